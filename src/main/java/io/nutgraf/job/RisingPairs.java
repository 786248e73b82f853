package io.nutgraf.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Associations;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Units;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pairs that the newest days name more often than their share of the days before would have them.
 *
 * <p>The newest days are the last third of the corpus, seven at most.
 */
record RisingPairs(LocalDate first, LocalDate since, LocalDate last, double growth) {
  private static final int DAYS = 7;
  private static final int PAIRS = 10;

  /** So many of the pairs that the newest days name most often are looked at. */
  private static final int CONSIDERED = 1_000;

  private static final int LEAST_ARTICLES = 2;

  private static final String RECENT = "recent";
  private static final String EARLIER = "earlier";
  private static final String UNDATED = "undated";
  private static final String EXPECTED = "expected";

  private static final String[] PAIR = {Cooccurrence.ACTOR_A, Cooccurrence.ACTOR_B};

  /** A pair by its identifiers. */
  record Rise(String a, String b, long recent, long earlier, double expected) {}

  /** Null when the corpus has one day only. */
  static RisingPairs over(Dataset<Row> cooccurrence) {
    NavigableMap<LocalDate, Long> articlesByDay = new TreeMap<>();
    inArticles(cooccurrence)
        .where(col(Cooccurrence.DAY).isNotNull())
        .groupBy(Cooccurrence.DAY)
        .agg(sum(Cooccurrence.N_DISTINCT))
        .collectAsList()
        .forEach(row -> articlesByDay.put(row.getDate(0).toLocalDate(), row.getLong(1)));
    if (articlesByDay.size() < 2) {
      return null;
    }
    LocalDate first = articlesByDay.firstKey();
    LocalDate last = articlesByDay.lastKey();
    long span = ChronoUnit.DAYS.between(first, last) + 1;
    LocalDate since = last.minusDays(Math.min(DAYS, (span + 2) / 3) - 1);
    long recent = add(articlesByDay.tailMap(since));
    long earlier = add(articlesByDay.headMap(since));
    return new RisingPairs(first, since, last, earlier == 0 ? 0 : (double) recent / earlier);
  }

  List<Rise> gather(Dataset<Row> cooccurrence, PairTotals totals) {
    Column rise = col(RECENT).minus(col(EXPECTED));
    return broadcast(mostNamed(cooccurrence))
        .join(totals.inAtLeast(LEAST_ARTICLES), PAIR)
        .withColumn(EARLIER, col(Associations.N_DISTINCT).minus(col(RECENT)).minus(col(UNDATED)))
        .withColumn(EXPECTED, col(EARLIER).multiply(growth))
        .where(rise.gt(0))
        .orderBy(
            rise.desc(), col(RECENT).desc(), col(Cooccurrence.ACTOR_A), col(Cooccurrence.ACTOR_B))
        .limit(PAIRS)
        .select(Cooccurrence.ACTOR_A, Cooccurrence.ACTOR_B, RECENT, EARLIER, EXPECTED)
        .collectAsList()
        .stream()
        .map(
            row ->
                new Rise(
                    row.getString(0),
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getDouble(4)))
        .toList();
  }

  /**
   * The pairs that the newest days name most. What the days before have follows from the totals,
   * with what has no day taken off, so that the many rows of those days are not read.
   */
  private Dataset<Row> mostNamed(Dataset<Row> cooccurrence) {
    Column isRecent = col(Cooccurrence.DAY).geq(lit(since));
    Column isUndated = col(Cooccurrence.DAY).isNull();
    return inArticles(cooccurrence)
        .where(isRecent.or(isUndated))
        .groupBy(Cooccurrence.ACTOR_A, Cooccurrence.ACTOR_B)
        .agg(sumWhere(isRecent).as(RECENT), sumWhere(isUndated).as(UNDATED))
        .where(col(RECENT).geq(LEAST_ARTICLES))
        .orderBy(col(RECENT).desc(), col(Cooccurrence.ACTOR_A), col(Cooccurrence.ACTOR_B))
        .limit(CONSIDERED);
  }

  private static Column sumWhere(Column isCounted) {
    return sum(when(isCounted, col(Cooccurrence.N_DISTINCT)).otherwise(0L));
  }

  private static Dataset<Row> inArticles(Dataset<Row> cooccurrence) {
    return cooccurrence.where(
        col(Cooccurrence.UNIT).equalTo(Units.ARTICLE_UNIT).and(col(Cooccurrence.N_DISTINCT).gt(0)));
  }

  private static long add(Map<LocalDate, Long> articlesByDay) {
    return articlesByDay.values().stream().mapToLong(Long::longValue).sum();
  }
}
