package io.nutgraf.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Units;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
  private static final String EXPECTED = "expected";

  private static final String[] PAIR = {Cooccurrence.ACTOR_A, Cooccurrence.ACTOR_B};

  /** A pair by its identifiers. */
  record Rise(String a, String b, long recent, long earlier, double expected) {}

  /** Null when the corpus has one day only. */
  static RisingPairs over(Dataset<Row> cooccurrence) {
    List<Row> days =
        dated(cooccurrence)
            .groupBy(Cooccurrence.DAY)
            .agg(sum(Cooccurrence.N_DISTINCT))
            .orderBy(Cooccurrence.DAY)
            .collectAsList();
    if (days.size() < 2) {
      return null;
    }
    LocalDate first = day(days.get(0));
    LocalDate last = day(days.get(days.size() - 1));
    long span = ChronoUnit.DAYS.between(first, last) + 1;
    LocalDate since = last.minusDays(Math.min(DAYS, (span + 2) / 3) - 1);
    long recent = 0;
    long earlier = 0;
    for (Row row : days) {
      if (day(row).isBefore(since)) {
        earlier += row.getLong(1);
      } else {
        recent += row.getLong(1);
      }
    }
    return new RisingPairs(first, since, last, earlier == 0 ? 0 : (double) recent / earlier);
  }

  List<Rise> gather(Dataset<Row> cooccurrence) {
    Column isRecent = col(Cooccurrence.DAY).geq(lit(since));
    Column rise = col(RECENT).minus(col(EXPECTED));
    Dataset<Row> recent =
        sums(dated(cooccurrence).where(isRecent), RECENT)
            .where(col(RECENT).geq(LEAST_ARTICLES))
            .orderBy(col(RECENT).desc(), col(Cooccurrence.ACTOR_A), col(Cooccurrence.ACTOR_B))
            .limit(CONSIDERED);
    Dataset<Row> earlier =
        sums(
            dated(cooccurrence).where(not(isRecent)).join(broadcast(recent), PAIR, "left_semi"),
            EARLIER);
    return recent
        .join(earlier, PAIR, "left")
        .withColumn(EARLIER, coalesce(col(EARLIER), lit(0L)))
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

  private static Dataset<Row> sums(Dataset<Row> cooccurrence, String name) {
    return cooccurrence
        .groupBy(Cooccurrence.ACTOR_A, Cooccurrence.ACTOR_B)
        .agg(sum(Cooccurrence.N_DISTINCT).as(name));
  }

  private static Dataset<Row> dated(Dataset<Row> cooccurrence) {
    return cooccurrence.where(
        col(Cooccurrence.UNIT)
            .equalTo(Units.ARTICLE_UNIT)
            .and(col(Cooccurrence.DAY).isNotNull())
            .and(col(Cooccurrence.N_DISTINCT).gt(0)));
  }

  private static LocalDate day(Row row) {
    return row.getDate(0).toLocalDate();
  }
}
