package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;

import io.nutgraf.table.ChosenParagraphs;
import io.nutgraf.table.SplitArticles;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Chooses which paragraphs of the night are to be read: of each distinct paragraph and spelling the
 * earliest occurrence.
 *
 * <p>{@link SplitArticles} -> {@link ChosenParagraphs}. Shuffles hashes, ids and positions, never
 * text. The same line a million times is one row a task before the shuffle.
 */
public record ChooseSpellings() {

  public Dataset<Row> apply(Dataset<Row> splitArticles) {
    Dataset<Row> occurrences =
        splitArticles.select(
            col(SplitArticles.ARTICLE_ID),
            col(SplitArticles.PUBLISHED_AT),
            inline(col(SplitArticles.PARTS)));
    Dataset<Row> spellings =
        occurrences
            .groupBy("h1", "h2", "spelling")
            .agg(min(occurrenceOrder()).as("first"))
            .withColumn(
                "is_first_copy",
                row_number().over(Window.partitionBy("h1", "h2").orderBy("first")).equalTo(lit(1)));
    return ChosenParagraphs.TABLE.conform(
        spellings
            .groupBy(col("first.article_id").as(ChosenParagraphs.ARTICLE_ID))
            .agg(
                array_sort(
                        collect_list(
                            struct(col("first.paragraph").as("paragraph"), col("is_first_copy"))))
                    .as(ChosenParagraphs.CHOSEN)));
  }

  /** Earliest first: published_at with nulls last, then article_id, then paragraph. */
  private static Column occurrenceOrder() {
    Column time = col(SplitArticles.PUBLISHED_AT);
    return struct(
        time.isNull().as("is_undated"),
        time.as("published_at"),
        col(SplitArticles.ARTICLE_ID).as("article_id"),
        col("paragraph"));
  }
}
