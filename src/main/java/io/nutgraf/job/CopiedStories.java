package io.nutgraf.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Texts;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * The most copied paragraph of each of the most copied stories, with who ran it when.
 *
 * <p>A story is what stands first in one article: five paragraphs of one dispatch would otherwise
 * fill the list.
 */
final class CopiedStories {
  private static final int STORIES = 12;

  /** Stories are told apart among this many of the most copied clusters. */
  private static final int CONSIDERED = 1_000;

  private static final int RUNS_SHOWN = 60;
  private static final int EXCERPT_CHARACTERS = 280;
  private static final String OTHERS = "n_others";
  private static final String RANK = "rank";

  private CopiedStories() {}

  static List<NightPage.Copied> gather(
      Dataset<Row> clusters,
      Dataset<Row> members,
      Dataset<Row> paragraphs,
      Dataset<Row> articles,
      Dataset<Row> texts) {
    List<Row> stories = stories(clusters);
    Object[] ids =
        stories.stream().map(story -> story.<String>getAs(Clusters.CLUSTER_ID)).toArray();
    Map<String, String> excerpts =
        texts
            .where(col(Texts.PARAGRAPH_ID).isin(ids))
            .select(col(Texts.PARAGRAPH_ID), substring(col(Texts.TEXT), 1, EXCERPT_CHARACTERS))
            .collectAsList()
            .stream()
            .collect(
                Collectors.toMap(
                    row -> row.getString(0), row -> cut(row.getString(1)), (one, same) -> one));
    Dataset<Row> chosen = members.where(col(ClusterMembers.CLUSTER_ID).isin(ids));
    Map<String, List<NightPage.Run>> runs =
        runs(chosen, paragraphs, articles).collectAsList().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.getString(0),
                    Collectors.mapping(CopiedStories::run, Collectors.toList())));
    return stories.stream().map(story -> copied(story, excerpts, runs)).toList();
  }

  private static List<Row> stories(Dataset<Row> clusters) {
    Column[] mostFirst = {
      col(Clusters.SOURCES).desc(), col(Clusters.OCCURRENCES).desc(), col(Clusters.CLUSTER_ID)
    };
    return clusters
        .where(Highlights.isTelling())
        .orderBy(mostFirst)
        .limit(CONSIDERED)
        .withColumn(
            RANK,
            row_number().over(Window.partitionBy(Clusters.FIRST_ARTICLE_ID).orderBy(mostFirst)))
        .withColumn(
            OTHERS, count(lit(1)).over(Window.partitionBy(Clusters.FIRST_ARTICLE_ID)).minus(1))
        .where(col(RANK).equalTo(1))
        .orderBy(mostFirst)
        .limit(STORIES)
        .collectAsList();
  }

  private static Dataset<Row> runs(
      Dataset<Row> members, Dataset<Row> paragraphs, Dataset<Row> articles) {
    Column[] earliestFirst = {
      col(Paragraphs.PUBLISHED_AT).asc_nulls_last(), col(Paragraphs.ARTICLE_ID)
    };
    Dataset<Row> carried =
        paragraphs
            .join(
                broadcast(members.select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID)),
                Paragraphs.PARAGRAPH_ID)
            .groupBy(ClusterMembers.CLUSTER_ID, Paragraphs.ARTICLE_ID)
            .agg(
                min(Paragraphs.PUBLISHED_AT).as(Paragraphs.PUBLISHED_AT),
                min(Paragraphs.SOURCE).as(Paragraphs.SOURCE))
            .withColumn(
                RANK,
                row_number()
                    .over(Window.partitionBy(ClusterMembers.CLUSTER_ID).orderBy(earliestFirst)))
            .where(col(RANK).leq(RUNS_SHOWN));
    return broadcast(carried)
        .join(articles.select(Articles.ARTICLE_ID, Articles.TITLE), Articles.ARTICLE_ID)
        .orderBy(col(ClusterMembers.CLUSTER_ID), col(RANK))
        .select(
            ClusterMembers.CLUSTER_ID,
            Paragraphs.SOURCE,
            Paragraphs.PUBLISHED_AT,
            Articles.ARTICLE_ID,
            Articles.TITLE);
  }

  private static NightPage.Run run(Row row) {
    Timestamp at = row.getTimestamp(2);
    return new NightPage.Run(
        row.getString(1), at == null ? null : at.toInstant(), row.getString(3), row.getString(4));
  }

  private static NightPage.Copied copied(
      Row story, Map<String, String> excerpts, Map<String, List<NightPage.Run>> runs) {
    String id = story.getAs(Clusters.CLUSTER_ID);
    return new NightPage.Copied(
        id,
        excerpts.getOrDefault(id, ""),
        story.getAs(Clusters.REUSE_KIND),
        story.<Long>getAs(Clusters.ARTICLES),
        story.<Long>getAs(Clusters.SOURCES),
        story.getAs(Clusters.FIRST_SOURCE),
        story.<Long>getAs(OTHERS),
        runs.getOrDefault(id, List.of()));
  }

  private static String cut(String excerpt) {
    return excerpt.length() < EXCERPT_CHARACTERS ? excerpt : excerpt + "…";
  }
}
