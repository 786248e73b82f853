package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.setting.WrongSettingException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of the days that are counted. A night then costs what these days hold, however large the
 * corpus is. What stands on such a day is the same as if all were counted, because a copy is never
 * older than the first; but for {@code n_evidence}, which then knows no older article.
 *
 * @param first day counted, UTC; null: all, those without a day too
 */
public record RecentDays(LocalDate first) {

  /** The last days up to a night; 0 for all. */
  public static RecentDays of(int days, LocalDate night) {
    if (days < 0) {
      throw new WrongSettingException("days must not be negative, but is " + days);
    }
    return new RecentDays(days == 0 ? null : night.minusDays(days - 1L));
  }

  /** Whether every day is counted. */
  public boolean areAll() {
    return first == null;
  }

  /** Those whose day, in a column, is counted. */
  public Dataset<Row> byDay(Dataset<Row> rows, String day) {
    return areAll() ? rows : rows.where(col(day).geq(lit(first)));
  }

  /** Those whose moment, in a column, is on a day that is counted. */
  public Dataset<Row> byTime(Dataset<Row> rows, String timestamp) {
    // A plain comparison is one by which Parquet leaves out pages.
    return areAll()
        ? rows
        : rows.where(col(timestamp).geq(lit(first.atStartOfDay(ZoneOffset.UTC).toInstant())));
  }
}
