package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import io.nutgraf.table.Articles;
import io.nutgraf.table.SplitArticles;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the paragraphs and words of articles: {@link SplitArticles} -> {@link Articles}. */
public record DescribeArticles() {

  public Dataset<Row> apply(Dataset<Row> splitArticles) {
    Column parts = col(SplitArticles.PARTS);
    return Articles.TABLE.conform(
        splitArticles
            .withColumn(Articles.PARAGRAPHS, size(parts))
            .withColumn(
                Articles.WORDS,
                aggregate(
                    parts, lit(0L), (sum, part) -> sum.plus(part.getField("words").cast("long"))))
            .withColumn(
                Articles.REPEATED_PARAGRAPHS,
                size(filter(parts, part -> part.getField("is_repeated")))));
  }
}
