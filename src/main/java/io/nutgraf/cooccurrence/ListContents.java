package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.to_date;

import io.nutgraf.table.Contents;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Finds what each article says, so that copies of an article are known: ({@link
 * io.nutgraf.table.Paragraphs}, {@link io.nutgraf.table.ClusterMembers}, {@link
 * io.nutgraf.table.Clusters}) -> {@link Contents}, one row per article.
 *
 * <p>Shuffles ids: by article, then by content. Memory holds the paragraphs' keys of one article.
 */
public record ListContents() {

  public Dataset<Row> apply(
      Dataset<Row> paragraphs, Dataset<Row> clusterMembers, Dataset<Row> clusters) {
    Dataset<Row> keyed = new CopyKeys(clusterMembers, clusters).contents(paragraphs);
    return Contents.TABLE.conform(
        keyed.withColumn(
            Contents.CONTENT_DAY,
            min(to_date(col(Paragraphs.PUBLISHED_AT)))
                .over(Window.partitionBy(Contents.CONTENT_KEY))));
  }
}
