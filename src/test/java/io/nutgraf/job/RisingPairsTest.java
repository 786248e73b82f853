package io.nutgraf.job;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.cooccurrence.MeasureAssociations;
import io.nutgraf.cooccurrence.SumPairs;
import io.nutgraf.cooccurrence.TimeWindow;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Marginals;
import io.nutgraf.testing.SparkExtension;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class RisingPairsTest {
  private static final LocalDate FIRST = LocalDate.parse("2024-05-01");

  @Test
  void isWhatTheNewestDaysNameMoreThanTheirShare(SparkSession spark) {
    Dataset<Row> cooccurrence =
        rows(
            spark,
            Cooccurrence.TABLE,
            counted("article", 0, "al", "bo", 6),
            counted("article", 8, "al", "bo", 2),
            counted("article", 0, "al", "cy", 1),
            counted("article", 8, "al", "cy", 3),
            counted("article", null, "al", "cy", 40),
            counted("article", 8, "bo", "cy", 2),
            counted("article", null, "bo", "cy", 5),
            counted("article", 8, "bo", "di", 1),
            counted("sentence", 8, "al", "cy", 70));

    RisingPairs window = RisingPairs.over(cooccurrence);

    // Eight articles of the newest third, seven before it; what has no day is in neither.
    assertThat(window)
        .isEqualTo(new RisingPairs(FIRST, FIRST.plusDays(6), FIRST.plusDays(8), 8.0 / 7));
    assertThat(window.gather(cooccurrence, totals(spark, cooccurrence)))
        .containsExactly(
            new RisingPairs.Rise("bo", "cy", 2, 0, 0),
            new RisingPairs.Rise("al", "cy", 3, 1, 8.0 / 7));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void isWhatAddingUpTheDaysGives(long seed, SparkSession spark) {
    Random random = new Random(seed);
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Integer day = random.nextInt(9) == 0 ? null : (int) Math.sqrt(random.nextInt(900));
      counts.add(
          new Count(day, "a" + random.nextInt(6), "b" + random.nextInt(4), random.nextInt(5)));
    }
    Dataset<Row> cooccurrence =
        rows(
            spark,
            Cooccurrence.TABLE,
            counts.stream()
                .map(count -> counted("article", count.day(), count.a(), count.b(), count.n()))
                .toArray(Row[]::new));

    RisingPairs window = RisingPairs.over(cooccurrence);
    List<RisingPairs.Rise> found = window.gather(cooccurrence, totals(spark, cooccurrence));

    assertThat(found).isNotEmpty().containsExactlyElementsOf(added(counts, window));
  }

  private record Count(Integer day, String a, String b, long n) {}

  @Test
  void oneDayHasNone(SparkSession spark) {
    assertThat(
            RisingPairs.over(rows(spark, Cooccurrence.TABLE, counted("article", 0, "al", "bo", 6))))
        .isNull();
  }

  private static List<RisingPairs.Rise> added(List<Count> counts, RisingPairs window) {
    Map<String, long[]> nByPair = new TreeMap<>();
    for (Count count : counts) {
      long[] n = nByPair.computeIfAbsent(count.a() + " " + count.b(), pair -> new long[2]);
      if (count.day() != null) {
        n[FIRST.plusDays(count.day()).isBefore(window.since()) ? 0 : 1] += count.n();
      }
    }
    List<RisingPairs.Rise> rises = new ArrayList<>();
    nByPair.forEach(
        (pair, n) -> {
          String[] actors = pair.split(" ");
          double expected = n[0] * window.growth();
          if (n[1] >= 2 && n[1] > expected) {
            rises.add(new RisingPairs.Rise(actors[0], actors[1], n[1], n[0], expected));
          }
        });
    // Stable: equals stay in the order of their actors.
    rises.sort(
        Comparator.comparingDouble((RisingPairs.Rise rise) -> rise.expected() - rise.recent())
            .thenComparingLong(rise -> -rise.recent()));
    return rises.stream().limit(10).toList();
  }

  private static PairTotals totals(SparkSession spark, Dataset<Row> cooccurrence) {
    return new PairTotals(
        new MeasureAssociations(TimeWindow.WHOLE, 1)
            .apply(
                new SumPairs(TimeWindow.WHOLE).apply(cooccurrence), rows(spark, Marginals.TABLE)),
        rows(spark, Actors.TABLE));
  }

  private static Row counted(String unit, Integer day, String a, String b, long n) {
    return row(
        unit, day == null ? null : Date.valueOf(FIRST.plusDays(day)), a, b, n, n, n, 1L, 1.0);
  }
}
