package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.ChangedDistinct;
import io.nutgraf.table.DistinctParagraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts paragraphs as they were beside what they are: twice {@link DistinctParagraphs} -> {@link
 * ChangedDistinct}, a row for each that was there or is. Shuffles both.
 */
public record CompareDistinct() {
  private static final String WORDS_BEFORE = "words_before";

  public Dataset<Row> apply(Dataset<Row> before, Dataset<Row> now) {
    Dataset<Row> was =
        before.select(
            col(DistinctParagraphs.PARAGRAPH_ID),
            col(DistinctParagraphs.WORDS).as(WORDS_BEFORE),
            col(DistinctParagraphs.FIRST_PUBLISHED_AT).as(ChangedDistinct.PUBLISHED_BEFORE),
            lit(true).as(ChangedDistinct.WAS_THERE));
    return ChangedDistinct.TABLE.conform(
        now.withColumn(ChangedDistinct.IS_THERE, lit(true))
            .join(was, new String[] {DistinctParagraphs.PARAGRAPH_ID}, "full")
            .withColumn(
                ChangedDistinct.WORDS, coalesce(col(DistinctParagraphs.WORDS), col(WORDS_BEFORE)))
            .na()
            .fill(false, new String[] {ChangedDistinct.WAS_THERE, ChangedDistinct.IS_THERE}));
  }
}
