package io.nutgraf.job;

import static org.apache.spark.sql.functions.collect_set;

import io.nutgraf.duplicate.TraceEdits;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Edits;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The steps that look at the texts of copies: how they differ, and what is shown of the most
 * copied. All texts are read for these few; where only changed copies are compared, once for both.
 */
record EditSteps(Facts facts, Scope copies, Steps steps) {
  private static final String[] BY_PARAGRAPH = {ClusterMembers.PARAGRAPH_ID};

  /**
   * Stages the edits and gives what is shown.
   *
   * @param distinct distinct paragraphs, those of the changed copies at least
   * @param changed members whose cluster may be another
   * @param members of all clusters
   * @param clusters all of them
   */
  CopiedStories.Shown make(
      Dataset<Row> distinct, Dataset<Row> changed, Dataset<Row> members, Dataset<Row> clusters) {
    CopiedStories stories = new CopiedStories(clusters);
    // Only of clusters with several distinct paragraphs are texts and mentions looked at.
    Dataset<Row> compared = copies.keep(TraceEdits.compared(changed));
    Dataset<Row> firstCopies = stories.firstCopies(distinct.sparkSession());
    Dataset<Row> read =
        distinct
            .join(compared, BY_PARAGRAPH, "left_semi")
            .select(DistinctParagraphs.PARAGRAPH_ID, DistinctParagraphs.FIRST_ARTICLE_ID)
            .unionByName(firstCopies);
    Dataset<Row> texts = copies.keep(facts.texts(read));
    Dataset<Row> mentions = facts.read(Mentions.TABLE).join(compared, BY_PARAGRAPH, "left_semi");
    steps.make(
        Edits.TABLE,
        copies,
        new TraceEdits().apply(texts, changed, copies.keep(actorsOf(mentions))));
    // Texts that are not kept would be looked for among all those compared.
    Dataset<Row> shown = copies == Scope.ALL ? facts.texts(firstCopies) : texts;
    return stories.show(shown, members, facts.read(Paragraphs.TABLE), facts.read(Articles.TABLE));
  }

  /** The actors that a distinct paragraph names in any of its articles. */
  private static Dataset<Row> actorsOf(Dataset<Row> mentions) {
    return mentions
        .groupBy(Mentions.PARAGRAPH_ID)
        .agg(collect_set(Mentions.ACTOR_ID).as(TraceEdits.ACTORS));
  }
}
