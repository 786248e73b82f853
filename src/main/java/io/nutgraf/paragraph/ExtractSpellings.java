package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline_outer;

import io.nutgraf.table.Arrivals;
import io.nutgraf.table.ChosenParagraphs;
import io.nutgraf.table.Spellings;
import io.nutgraf.text.ParagraphBreak;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes the chosen paragraphs out of the texts.
 *
 * <p>({@link Arrivals}, {@link ChosenParagraphs}) -> {@link Spellings}. One join by article: where
 * the chosen positions are small enough to broadcast, no text moves; else each text moves once.
 *
 * @param paragraphBreak as in {@link SplitParagraphs}
 */
public record ExtractSpellings(ParagraphBreak paragraphBreak) {

  public Dataset<Row> apply(Dataset<Row> arrivals, Dataset<Row> chosenParagraphs) {
    Dataset<Row> chosenTexts =
        arrivals
            .join(chosenParagraphs, Arrivals.ARTICLE_ID)
            .select(
                inline_outer(
                    arrays_zip(
                        ParagraphFunctions.spellings(
                                col(Arrivals.TEXT),
                                SplitParagraphs.breakOf(paragraphBreak),
                                col(ChosenParagraphs.CHOSEN).getField("paragraph"))
                            .as("found"),
                        col(ChosenParagraphs.CHOSEN)
                            .getField("is_first_copy")
                            .as("is_first_copy"))));
    // For a plain inline Spark would first ask whether there are any, and take each text thrice.
    return Spellings.TABLE.conform(
        chosenTexts.where(col("found").isNotNull()).select(col("found.*"), col("is_first_copy")));
  }
}
