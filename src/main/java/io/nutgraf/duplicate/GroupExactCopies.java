package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Collapses exact copies: {@link Paragraphs} -> {@link DistinctParagraphs}, a row for each
 * paragraph_id with its count and its first copy.
 *
 * <p>One shuffle of ids and counts. Copies are counted before the shuffle, so a million copies of
 * one line cost what a million other lines cost, and less to move.
 */
public record GroupExactCopies() {

  public Dataset<Row> apply(Dataset<Row> paragraphs) {
    Dataset<Row> groups =
        paragraphs
            .groupBy(Paragraphs.PARAGRAPH_ID)
            .agg(
                count(lit(1)).as(DistinctParagraphs.OCCURRENCES),
                min(FirstCopy.order(col(Paragraphs.WORDS))).as("first"));
    return DistinctParagraphs.TABLE.conform(
        groups
            .withColumn(DistinctParagraphs.WORDS, col("first.words"))
            .withColumn(DistinctParagraphs.FIRST_PUBLISHED_AT, col("first.published_at"))
            .withColumn(DistinctParagraphs.FIRST_ARTICLE_ID, col("first.article_id"))
            .withColumn(DistinctParagraphs.FIRST_PARAGRAPH, col("first.paragraph")));
  }
}
