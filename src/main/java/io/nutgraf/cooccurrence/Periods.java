package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.PairSums;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells of each row which periods its day is in: the whole corpus, and one of the window's. What
 * has no day is in the whole corpus alone.
 */
record Periods(TimeWindow window) {
  /** Stands for the whole corpus, because a null joins nothing. */
  static final Date WHOLE = Date.valueOf(LocalDate.of(1, 1, 1));

  /** The rows once for each of their periods, with {@code window} and {@code period}. */
  Dataset<Row> of(Dataset<Row> rows, String day) {
    Dataset<Row> whole = in(rows, TimeWindow.WHOLE, lit(WHOLE));
    if (window == TimeWindow.WHOLE) {
      return whole;
    }
    Column start = date_trunc(window.word(), col(day)).cast("date");
    return whole.unionByName(in(rows.where(col(day).isNotNull()), window, start));
  }

  private static Dataset<Row> in(Dataset<Row> rows, TimeWindow in, Column period) {
    return rows.withColumn(PairSums.WINDOW, lit(in.word())).withColumn(PairSums.PERIOD, period);
  }
}
