package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.PairSums;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Tells of each row which periods its day is in: the whole corpus, and one of the window's. What
 * has no day is in the whole corpus alone.
 */
record Periods(TimeWindow window) {
  /** Stands for the whole corpus: no day, and not null, which joins nothing. */
  static final int WHOLE = Integer.MIN_VALUE;

  /** The rows once for each of their periods, with {@code period}. */
  Dataset<Row> of(Dataset<Row> rows, String day) {
    Column whole = lit(WHOLE);
    if (window == TimeWindow.WHOLE) {
      return rows.withColumn(PairSums.PERIOD, whole);
    }
    Column start = unix_date(date_trunc(window.word(), col(day)).cast("date"));
    Column periods = when(col(day).isNull(), array(whole)).otherwise(array(whole, start));
    return rows.withColumn(PairSums.PERIOD, explode(periods));
  }

  /** The window that a row's period is one of. */
  Column word() {
    return when(isWhole(), TimeWindow.WHOLE.word()).otherwise(window.word());
  }

  /** The first day of a row's period, null for the whole corpus. */
  Column firstDay() {
    return when(not(isWhole()), date_from_unix_date(col(PairSums.PERIOD)));
  }

  private static Column isWhole() {
    return col(PairSums.PERIOD).equalTo(WHOLE);
  }
}
