package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;

import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Column;

/** Which of several occurrences is the first copy. */
final class FirstCopy {
  private FirstCopy() {}

  /**
   * Sorts as first copies do, so that {@code min} gives the first one: published_at with nulls
   * last, then article_id, then paragraph. The fields after these four are carried along.
   */
  static Column order(Column... carried) {
    Column time = col(Paragraphs.PUBLISHED_AT);
    Column[] fields = new Column[4 + carried.length];
    fields[0] = time.isNull().as("is_undated");
    fields[1] = time.as("published_at");
    fields[2] = col(Paragraphs.ARTICLE_ID).as("article_id");
    fields[3] = col(Paragraphs.PARAGRAPH).as("paragraph");
    System.arraycopy(carried, 0, fields, 4, carried.length);
    return struct(fields);
  }
}
