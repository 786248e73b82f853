package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;

import io.nutgraf.table.Contents;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds what each article says, so that copies of an article are known: ({@link
 * io.nutgraf.table.Paragraphs}, {@link io.nutgraf.table.ClusterMembers}, {@link
 * io.nutgraf.table.Clusters}) -> {@link Contents}, one row per article, dated as if no other said
 * the same: {@link DateContents} comes next.
 *
 * <p>Shuffles ids, by article. Memory holds the paragraphs' keys of one article.
 */
public record ListContents() {

  public Dataset<Row> apply(
      Dataset<Row> paragraphs, Dataset<Row> clusterMembers, Dataset<Row> clusters) {
    return Contents.TABLE.conform(
        new CopyKeys(clusterMembers, clusters)
            .contents(paragraphs)
            .withColumn(Contents.ARTICLE_DAY, to_date(col(Paragraphs.PUBLISHED_AT)))
            .withColumn(Contents.CONTENT_DAY, col(Contents.ARTICLE_DAY)));
  }
}
