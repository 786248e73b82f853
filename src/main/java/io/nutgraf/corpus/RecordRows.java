package io.nutgraf.corpus;

import io.nutgraf.table.Records;
import java.util.Arrays;
import java.util.Base64;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the rows of {@link Records}. While they travel, the time of publication is a number of
 * microseconds: its Java type as a timestamp depends on the settings of the session.
 */
final class RecordRows {
  /** The columns of {@link Records#TABLE}, with the time as a number. */
  static final StructType SCHEMA =
      new StructType(
          Arrays.stream(Records.TABLE.schema().fields())
              .map(
                  column ->
                      column.name().equals(Records.PUBLISHED_AT)
                          ? new StructField(
                              column.name(), DataTypes.LongType, true, column.metadata())
                          : column)
              .toArray(StructField[]::new));

  /** As much of a rejected record as is kept. */
  static final int MAX_RAW_BYTES = 1 << 20;

  private RecordRows() {}

  static Dataset<Row> conform(Dataset<Row> rows) {
    Column time = functions.timestamp_micros(functions.col(Records.PUBLISHED_AT));
    return Records.TABLE.conform(rows.withColumn(Records.PUBLISHED_AT, time));
  }

  static Row article(InputFile file, long offset, Article article) {
    return RowFactory.create(
        file.path(),
        offset,
        RecordKind.ARTICLE,
        article.articleId(),
        article.source(),
        article.url(),
        article.title(),
        article.publishedAtMicros(),
        article.text(),
        file.formatCode(),
        article.isCleaned(),
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * A rejected record with its bytes, of which the first MiB is kept.
   *
   * @param name never published; see {@link LeaveOutRejected}
   */
  static Row quarantined(InputFile file, RawRecord record, RejectedException why, RecordName name) {
    byte[] raw = record.bytes();
    String message = why.getMessage();
    if (raw.length > MAX_RAW_BYTES || !record.isWhole()) {
      raw = Arrays.copyOf(raw, Math.min(raw.length, MAX_RAW_BYTES));
      message += "; raw holds the first %d of %d bytes".formatted(raw.length, record.length());
    }
    return RowFactory.create(
        file.path(),
        record.offset(),
        RecordKind.QUARANTINED,
        name.articleId(),
        name.source(),
        null,
        null,
        null,
        null,
        file.formatCode(),
        null,
        why.reason().code(),
        message,
        Base64.getEncoder().encodeToString(raw),
        null,
        null);
  }

  static Row summary(InputFile file, long offset, long read, long blank) {
    return RowFactory.create(
        file.path(),
        offset,
        RecordKind.SUMMARY,
        null,
        null,
        null,
        null,
        null,
        null,
        file.formatCode(),
        null,
        null,
        null,
        null,
        read,
        blank);
  }
}
