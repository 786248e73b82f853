package io.nutgraf.duplicate;

import io.nutgraf.table.DistinctParagraphs;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.spark.sql.Row;

/** Sorts rows of {@link DistinctParagraphs} as {@link FirstCopy} does, then by paragraph_id. */
final class FirstCopyFirst implements Comparator<Row> {
  /** As Spark sorts text. */
  private static final Comparator<String> BY_BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private static final Comparator<Row> ORDER =
      Comparator.comparing(
              (Row row) -> row.<Timestamp>getAs(DistinctParagraphs.FIRST_PUBLISHED_AT),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(row -> row.<String>getAs(DistinctParagraphs.FIRST_ARTICLE_ID), BY_BYTES)
          .thenComparing(row -> row.<Integer>getAs(DistinctParagraphs.FIRST_PARAGRAPH))
          .thenComparing(row -> row.<String>getAs(DistinctParagraphs.PARAGRAPH_ID), BY_BYTES);

  @Override
  public int compare(Row a, Row b) {
    return ORDER.compare(a, b);
  }
}
