package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline_outer;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.Spellings;
import io.nutgraf.table.Texts;
import io.nutgraf.text.ParagraphBreak;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hashes texts of paragraphs once more: {@link Texts} -> {@link Spellings}, one row each. For
 * making the state again, where nothing but the texts is left of a paragraph. No shuffle.
 */
public record SpellTexts() {

  public Dataset<Row> apply(Dataset<Row> texts) {
    // No paragraph has a blank line inside, so that each is split into itself.
    return Spellings.TABLE.conform(
        texts
            .select(
                col(Texts.TEXT),
                inline_outer(
                    ParagraphFunctions.split(
                        col(Texts.TEXT), ParagraphFunctions.literal(ParagraphBreak.BLANK_LINES))))
            .where(col(Spellings.H1).isNotNull())
            .withColumn(Spellings.IS_FIRST_COPY, lit(true)));
  }
}
