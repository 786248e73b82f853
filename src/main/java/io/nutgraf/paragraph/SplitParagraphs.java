package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Arrivals;
import io.nutgraf.table.SplitArticles;
import io.nutgraf.text.ParagraphBreak;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Splits each article into paragraphs and gives each the hash of its words.
 *
 * <p>{@link Arrivals} -> {@link SplitArticles}, row for row, without a shuffle. An article of n
 * paragraphs takes some 100 n bytes of memory while its row is made.
 *
 * @param paragraphBreak where a paragraph ends; {@link ParagraphBreak#AUTO} takes every line break
 *     in plain-text files
 */
public record SplitParagraphs(ParagraphBreak paragraphBreak) {

  public Dataset<Row> apply(Dataset<Row> arrivals) {
    return SplitArticles.TABLE.conform(
        arrivals.withColumn(
            SplitArticles.PARTS,
            ParagraphFunctions.split(col(Arrivals.TEXT), breakOf(paragraphBreak))));
  }

  /** How the text of an arrival is split. */
  static Column breakOf(ParagraphBreak paragraphBreak) {
    Column wanted = ParagraphFunctions.literal(paragraphBreak);
    return paragraphBreak == ParagraphBreak.AUTO
        ? when(
                col(Arrivals.FORMAT).equalTo(lit("text")),
                ParagraphFunctions.literal(ParagraphBreak.LINES))
            .otherwise(wanted)
        : wanted;
  }
}
