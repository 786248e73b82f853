package io.nutgraf.duplicate;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;

import io.nutgraf.table.ShingleSets;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many paragraphs were first published on each day. On the driver: a few numbers a day,
 * whatever the corpus.
 *
 * @param days in ascending order, that of the undated, if any, first
 */
record PublishedDays(List<Day> days) {

  /**
   * @param day UTC; null for the undated
   */
  record Day(LocalDate day, long paragraphs, long shingles) {}

  /** Starts a Spark job over two columns. */
  static PublishedDays of(Dataset<Row> shingleSets) {
    List<Row> counts =
        shingleSets
            .groupBy(unix_date(ShingleOrder.dayOf(col(ShingleSets.FIRST_PUBLISHED_AT))))
            .agg(count(lit(1)), sum(col(ShingleSets.N_SHINGLES)))
            .collectAsList();
    return new PublishedDays(
        counts.stream()
            .map(row -> new Day(ShingleOrder.day(row, 0), row.getLong(1), row.getLong(2)))
            .sorted(comparing(Day::day, nullsFirst(naturalOrder())))
            .toList());
  }

  long paragraphs() {
    return days.stream().mapToLong(Day::paragraphs).sum();
  }

  long shingles() {
    return days.stream().mapToLong(Day::shingles).sum();
  }

  ShingleOrder order() {
    long total = paragraphs();
    long missing = ShingleOrder.earlyOf(total);
    for (Day day : days) {
      if (day.day() != null) {
        missing -= day.paragraphs();
        if (missing <= 0) {
          return new ShingleOrder(total, day.day());
        }
      }
    }
    return new ShingleOrder(total, null);
  }

  /** Shingles of the paragraphs that give the order. */
  long earlyShingles() {
    LocalDate last = order().lastEarlyDay();
    return days.stream()
        .filter(day -> last == null || (day.day() != null && !day.day().isAfter(last)))
        .mapToLong(Day::shingles)
        .sum();
  }
}
