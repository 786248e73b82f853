package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.ChangedDistinct;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Which paragraphs give the order of shingles by which near copies meet: the early ones.
 *
 * <p>Pairs of the promised Jaccard similarity are found in any order, but which paragraphs
 * contained in another are found beside them depends on it. So a night may keep the links of the
 * night before only while the order is the same, and the order must not depend on how the corpus
 * came to be. Let H be the number of paragraphs with all but its three highest bits cleared. Early
 * are those first published, by UTC days, until H of them are reached: a function of the set of
 * facts, more than four fifths of the corpus, and the same when articles of later days are added,
 * until the corpus has grown by a seventh to a quarter. What is published later ranks by its counts
 * among the early; with fewer of them (half of a corpus was tried) a template that is new since is
 * taken for rare, and its bucket goes over the cap. Where fewer than H are dated, all are early.
 *
 * @param paragraphs of the whole corpus, counted are those with a shingle set
 * @param lastEarlyDay null when all are early; paragraphs without a day are not, if it is a day
 */
public record ShingleOrder(long paragraphs, LocalDate lastEarlyDay) {
  private static final long MICROSECONDS_OF_A_DAY = TimeUnit.DAYS.toMicros(1);

  /** How many of so many paragraphs must be early: the three highest bits of the number. */
  static long earlyOf(long paragraphs) {
    int dropped = Math.max(0, Long.SIZE - 3 - Long.numberOfLeadingZeros(paragraphs));
    return paragraphs >> dropped << dropped;
  }

  /** That of {@link ShingleCounts}. Starts a Spark job, which reads a row. */
  public static ShingleOrder of(Dataset<Row> shingleCounts) {
    return shingleCounts
        .select(col(ShingleCounts.PARAGRAPHS), unix_date(col(ShingleCounts.LAST_EARLY_DAY)))
        .takeAsList(1)
        .stream()
        .map(row -> new ShingleOrder(row.getLong(0), day(row, 1)))
        .findFirst()
        .orElse(new ShingleOrder(0, null));
  }

  /**
   * True when a changed corpus gives the same order.
   *
   * @param paragraphsNow shingle sets in the changed corpus
   * @param moved how many of them {@link #hasMoved}
   */
  public boolean stillHolds(long paragraphsNow, long moved) {
    return earlyOf(paragraphs) == earlyOf(paragraphsNow) && moved == 0;
  }

  /**
   * True in rows of {@link ChangedDistinct} that may give another order, never null. The early
   * paragraphs must be the same, and so must those on the last early day: if some of them moved to
   * an earlier day, that day could be the last. Where all are early because few have a day, as many
   * must have one.
   */
  public Column hasMoved() {
    Column before = place(col(ChangedDistinct.WAS_THERE), col(ChangedDistinct.PUBLISHED_BEFORE));
    Column now = place(col(ChangedDistinct.IS_THERE), col(ChangedDistinct.FIRST_PUBLISHED_AT));
    return before.notEqual(now);
  }

  private Column place(Column isThere, Column publishedAt) {
    Column day = dayOf(publishedAt);
    if (lastEarlyDay == null) {
      return when(not(isThere), "none").when(day.isNull(), "undated").otherwise("dated");
    }
    return when(not(isThere).or(day.isNull()).or(day.gt(lit(lastEarlyDay))), "later")
        .when(day.equalTo(lit(lastEarlyDay)), "last")
        .otherwise("early");
  }

  /** True in rows of the early paragraphs, never null. */
  Column isEarly() {
    return lastEarlyDay == null
        ? lit(true)
        : coalesce(dayOf(col(ShingleSets.FIRST_PUBLISHED_AT)).leq(lit(lastEarlyDay)), lit(false));
  }

  /** The day in UTC, whatever the session's time zone. */
  static Column dayOf(Column timestamp) {
    return date_from_unix_date(
        floor(unix_micros(timestamp).divide(lit(MICROSECONDS_OF_A_DAY))).cast("int"));
  }

  /** Days since 1970, or null, as a day. */
  static LocalDate day(Row row, int column) {
    return row.isNullAt(column) ? null : LocalDate.ofEpochDay(row.getInt(column));
  }
}
