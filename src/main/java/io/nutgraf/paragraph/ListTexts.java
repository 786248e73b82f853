package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.Readings;
import io.nutgraf.table.Texts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists the distinct paragraphs of the night as their first copies are written: {@link Readings} ->
 * {@link Texts}, without a shuffle.
 */
public record ListTexts() {

  public Dataset<Row> apply(Dataset<Row> readings) {
    return Texts.TABLE.conform(
        readings
            .where(col(Readings.IS_FIRST_COPY))
            .withColumn(
                Texts.PARAGRAPH_ID,
                ParagraphFunctions.paragraphId(col(Readings.H1), col(Readings.H2))));
  }
}
