package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.min;

import io.nutgraf.table.Contents;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Dates what articles say by the first article that says it: {@link Contents} of all articles ->
 * the same rows with the right content_day. Shuffles ids, by content.
 */
public record DateContents() {

  public Dataset<Row> apply(Dataset<Row> contents) {
    return Contents.TABLE.conform(
        contents.withColumn(
            Contents.CONTENT_DAY,
            min(col(Contents.ARTICLE_DAY)).over(Window.partitionBy(Contents.CONTENT_KEY))));
  }
}
