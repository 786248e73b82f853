package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.SplitArticles;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists the paragraphs of articles, a row each.
 *
 * <p>{@link SplitArticles} -> {@link Paragraphs}, as many rows as the articles have paragraphs,
 * without a shuffle. Articles are sorted by time in each partition, so that who reads the last days
 * skips the rest.
 */
public record ListParagraphs() {

  public Dataset<Row> apply(Dataset<Row> splitArticles) {
    Dataset<Row> parts =
        splitArticles
            .sortWithinPartitions(SplitArticles.PUBLISHED_AT, SplitArticles.ARTICLE_ID)
            .select(
                col(SplitArticles.ARTICLE_ID),
                col(SplitArticles.SOURCE),
                col(SplitArticles.PUBLISHED_AT),
                inline(col(SplitArticles.PARTS)));
    return Paragraphs.TABLE.conform(
        parts.withColumn(
            Paragraphs.PARAGRAPH_ID, ParagraphFunctions.paragraphId(col("h1"), col("h2"))));
  }
}
