package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

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

  private static final String SLICE = "slice";

  /** The rows once for each of their periods, with {@code window} and {@code period}. */
  Dataset<Row> of(Dataset<Row> rows, String day) {
    Column whole = in(TimeWindow.WHOLE, lit(WHOLE));
    if (window == TimeWindow.WHOLE) {
      return spread(rows, whole);
    }
    Column start = date_trunc(window.word(), col(day)).cast("date");
    Column both = array(whole, in(window, start));
    return spread(rows, explode(when(col(day).isNull(), array(whole)).otherwise(both)));
  }

  private static Column in(TimeWindow window, Column period) {
    return struct(lit(window.word()).as(PairSums.WINDOW), period.as(PairSums.PERIOD));
  }

  private static Dataset<Row> spread(Dataset<Row> rows, Column slice) {
    return rows.withColumn(SLICE, slice)
        .withColumn(PairSums.WINDOW, col(SLICE).getField(PairSums.WINDOW))
        .withColumn(PairSums.PERIOD, col(SLICE).getField(PairSums.PERIOD))
        .drop(SLICE);
  }
}
