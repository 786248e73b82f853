package io.nutgraf.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Paragraphs;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Who ran a cluster of copies when: its articles, earliest first. */
final class StoryRuns {
  private static final int SHOWN = 60;
  private static final String RANK = "rank";

  private StoryRuns() {}

  /** The first articles of each of some clusters, by the identifier of the cluster. */
  static Map<String, List<NightPage.Run>> gather(
      List<String> clusterIds,
      Dataset<Row> members,
      Dataset<Row> occurrences,
      Dataset<Row> articles) {
    Dataset<Row> chosen =
        members
            .where(col(ClusterMembers.CLUSTER_ID).isin(clusterIds.toArray()))
            .select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID);
    return broadcast(earliest(chosen, occurrences))
        .join(articles.select(Articles.ARTICLE_ID, Articles.TITLE), Articles.ARTICLE_ID)
        .select(
            ClusterMembers.CLUSTER_ID,
            Paragraphs.SOURCE,
            Paragraphs.PUBLISHED_AT,
            Articles.ARTICLE_ID,
            Articles.TITLE,
            RANK)
        .collectAsList()
        .stream()
        // A few rows: Spark would take three jobs to sort them.
        .sorted(Comparator.comparingInt(row -> row.getInt(5)))
        .collect(
            Collectors.groupingBy(
                row -> row.getString(0), Collectors.mapping(StoryRuns::run, Collectors.toList())));
  }

  private static Dataset<Row> earliest(Dataset<Row> chosen, Dataset<Row> occurrences) {
    Column[] earliestFirst = {
      col(Paragraphs.PUBLISHED_AT).asc_nulls_last(), col(Paragraphs.ARTICLE_ID)
    };
    return occurrences
        .join(broadcast(chosen), Paragraphs.PARAGRAPH_ID)
        .groupBy(ClusterMembers.CLUSTER_ID, Paragraphs.ARTICLE_ID)
        .agg(
            min(Paragraphs.PUBLISHED_AT).as(Paragraphs.PUBLISHED_AT),
            min(Paragraphs.SOURCE).as(Paragraphs.SOURCE))
        .withColumn(
            RANK,
            row_number().over(Window.partitionBy(ClusterMembers.CLUSTER_ID).orderBy(earliestFirst)))
        .where(col(RANK).leq(SHOWN));
  }

  private static NightPage.Run run(Row row) {
    Timestamp at = row.getTimestamp(2);
    return new NightPage.Run(
        row.getString(1), at == null ? null : at.toInstant(), row.getString(3), row.getString(4));
  }
}
