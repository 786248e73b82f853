package io.nutgraf.paragraph;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;

import io.nutgraf.table.SplitArticles;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The distinct paragraphs of a night in each of their spellings, by their hashes alone. */
public record ListSpellings() {

  /** {@link SplitArticles} -> h1, h2, spelling. Shuffles hashes. */
  public Dataset<Row> apply(Dataset<Row> splitArticles) {
    return splitArticles
        .select(inline(col(SplitArticles.PARTS)))
        .select("h1", "h2", "spelling")
        .distinct();
  }
}
