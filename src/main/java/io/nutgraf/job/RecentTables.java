package io.nutgraf.job;

import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Contents;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What pairs are counted from, on the days that are counted. Where these are not all, what is read
 * more than once is persisted, so that everything after costs what these days hold.
 *
 * @param evidence of these days
 * @param mentions of these days
 * @param mayBeFirst paragraphs that these days may have the {@link FirstCopies} of
 * @param contents of the articles of these days
 * @param newContents of these articles, those that no earlier article has
 * @param members the clusters of the paragraphs that these days have
 */
record RecentTables(
    Dataset<Row> evidence,
    Dataset<Row> mentions,
    Dataset<Row> mayBeFirst,
    Dataset<Row> contents,
    Dataset<Row> newContents,
    Dataset<Row> members) {

  /** Starts Spark jobs, unless all days are counted. */
  static RecentTables of(RecentDays days, Facts facts, CopySteps.Copies copies) {
    Dataset<Row> evidence = days.byDay(facts.read(Evidence.TABLE), Evidence.DAY);
    Dataset<Row> mentions = days.byTime(facts.read(Mentions.TABLE), Mentions.PUBLISHED_AT);
    Dataset<Row> mayBeFirst = copies.firstCopies().on(days);
    if (days.areAll()) {
      return new RecentTables(
          evidence, mentions, mayBeFirst, copies.contents(), copies.contents(), copies.members());
    }
    Dataset<Row> kept = Persisted.rows(counted(mentions));
    Dataset<Row> contents = Persisted.rows(days.byDay(copies.contents(), Contents.ARTICLE_DAY));
    Dataset<Row> paragraphs =
        Persisted.rows(
            kept.select(ClusterMembers.PARAGRAPH_ID)
                .unionByName(mayBeFirst.select(DistinctParagraphs.PARAGRAPH_ID))
                .distinct());
    return new RecentTables(
        evidence,
        kept,
        mayBeFirst,
        contents,
        days.byDay(contents, Contents.CONTENT_DAY),
        Persisted.among(paragraphs, copies.members(), ClusterMembers.PARAGRAPH_ID));
  }

  /** What is counted of mentions. */
  private static Dataset<Row> counted(Dataset<Row> mentions) {
    return mentions.select(
        Mentions.ARTICLE_ID,
        Mentions.PARAGRAPH,
        Mentions.SENTENCE,
        Mentions.ACTOR_ID,
        Mentions.METHOD,
        Mentions.PARAGRAPH_ID,
        Mentions.SOURCE,
        Mentions.PUBLISHED_AT);
  }
}
