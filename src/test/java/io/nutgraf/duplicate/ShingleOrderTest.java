package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.ShingleCounts;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.HashCounts;
import io.nutgraf.text.PrefixKeys;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ShingleOrderTest {
  private static final StructType CHANGED =
      new StructType()
          .add("was_there", DataTypes.BooleanType)
          .add("is_there", DataTypes.BooleanType)
          .add("first_published_before", DataTypes.TimestampType)
          .add("first_published_at", DataTypes.TimestampType);
  private static final ShingleOrder UNTIL_DAY_3 = new ShingleOrder(9, LocalDate.ofEpochDay(3));

  @Test
  void theEarlyReachTheThreeHighestBits(SparkSession spark) {
    assertThat(order(spark, 1, 1, 2, 2, 2, 3, 3, 3, null)).isEqualTo(UNTIL_DAY_3);
    assertThat(order(spark, -5, -5, -5, -5, -5, -5, -4, -4, null))
        .isEqualTo(new ShingleOrder(9, LocalDate.ofEpochDay(-4)));
    assertThat(order(spark, 7)).isEqualTo(new ShingleOrder(1, LocalDate.ofEpochDay(7)));
    assertThat(LongStream.of(0, 1, 7, 8, 9, 15, 286_328, Long.MAX_VALUE).map(ShingleOrder::earlyOf))
        .containsExactly(0L, 1L, 7L, 8L, 8L, 14L, 262_144L, 7L << 60);
  }

  @Test
  void allAreEarlyWhereTooFewAreDated(SparkSession spark) {
    assertThat(order(spark, 1, 1, 2, 2, 2, 3, 3, null, null, null))
        .isEqualTo(new ShingleOrder(10, null));
    assertThat(order(spark)).isEqualTo(new ShingleOrder(0, null));
  }

  @Test
  void countsOfTheEarlyAndOfTheLaterTogetherAreThoseOfAll(SparkSession spark) {
    List<String> corpus = NearPipeline.corpusWithCuts(5, 100);
    List<Integer> days = IntStream.range(0, 100).boxed().toList();
    // As many slots for both, which else depend on the early ones.
    CountShingles count = new CountShingles(new PrefixKeys(0.5), 1 << 10);
    Row dated = count.apply(NearPipeline.sets(spark, corpus, days).repartition(3)).first();
    Row undated = count.apply(NearPipeline.sets(NearPipeline.texts(spark, corpus))).first();
    byte[] sum = dated.<byte[]>getAs(ShingleCounts.EARLY_COUNTS).clone();
    HashCounts.addAll(sum, dated.getAs(ShingleCounts.LATER_COUNTS));

    assertThat(undated.<byte[]>getAs(ShingleCounts.LATER_COUNTS)).isNull();
    assertThat(sum).isEqualTo(undated.<byte[]>getAs(ShingleCounts.EARLY_COUNTS));
    assertThat(dated.getLong(5)).isEqualTo(undated.getLong(5)).isGreaterThan(1000);
  }

  @Test
  void laterParagraphsLeaveTheEarlyCountsAsTheyAre(SparkSession spark) {
    List<String> corpus = NearPipeline.corpusWithCuts(6, 79);
    List<Integer> days = new ArrayList<>(IntStream.range(0, 78).boxed().toList());
    days.add(null);
    byte[] before = early(spark, corpus.subList(0, 65), days.subList(0, 65));

    assertThat(early(spark, corpus, days)).isEqualTo(before);
    days.set(78, 77);
    assertThat(early(spark, corpus, days)).isEqualTo(before);
    days.set(78, 3);
    assertThat(early(spark, corpus, days)).isNotEqualTo(before);
  }

  @Test
  void holdsWhileTheEarlyStay(SparkSession spark) {
    Map<String, Integer> none = Map.of();
    Map<String, Integer> later = Map.of("a", 4, "b", 9);
    Map<String, Integer> undated = nullDay("a");
    Map<String, Integer> early = Map.of("a", 2);
    Map<String, Integer> earlier = Map.of("a", 1);
    Map<String, Integer> onLastDay = Map.of("a", 3);

    assertThat(holds(spark, UNTIL_DAY_3, 9, none, none)).isTrue();
    assertThat(holds(spark, UNTIL_DAY_3, 9, none, later)).isTrue();
    assertThat(holds(spark, UNTIL_DAY_3, 8, later, none)).isTrue();
    assertThat(holds(spark, UNTIL_DAY_3, 9, none, undated)).isTrue();
    assertThat(holds(spark, UNTIL_DAY_3, 9, early, earlier)).isTrue();
    assertThat(holds(spark, UNTIL_DAY_3, 10, none, later)).isFalse();
    assertThat(holds(spark, UNTIL_DAY_3, 7, later, none)).isFalse();
    assertThat(holds(spark, UNTIL_DAY_3, 9, none, early)).isFalse();
    assertThat(holds(spark, UNTIL_DAY_3, 9, none, onLastDay)).isFalse();
    assertThat(holds(spark, UNTIL_DAY_3, 9, early, none)).isFalse();
    assertThat(holds(spark, UNTIL_DAY_3, 9, early, undated)).isFalse();
    assertThat(holds(spark, UNTIL_DAY_3, 9, onLastDay, early)).isFalse();
  }

  @Test
  void whereAllAreEarlyOnlyTheDayOfOneMayChange(SparkSession spark) {
    ShingleOrder all = new ShingleOrder(10, null);
    Map<String, Integer> none = Map.of();

    assertThat(holds(spark, all, 10, none, none)).isTrue();
    assertThat(holds(spark, all, 10, Map.of("a", 99), Map.of("a", 4))).isTrue();
    assertThat(holds(spark, all, 10, nullDay("a"), Map.of("a", 4))).isFalse();
    assertThat(holds(spark, all, 11, none, nullDay("a"))).isFalse();
    assertThat(holds(spark, all, 9, Map.of("a", 99), none)).isFalse();
  }

  /** What the promise rests on, in any corpus and for any change. */
  @Test
  void whenItHoldsAnOrderMadeAnewHasTheSameEarlyParagraphs(SparkSession spark) {
    Random random = new Random(17);
    int held = 0;
    for (int trial = 0; trial < 40; trial++) {
      Map<String, Integer> before = new TreeMap<>();
      int size = 33 + random.nextInt(24);
      for (int i = 0; i < size; i++) {
        before.put("p" + i, random.nextInt(20) == 0 ? null : Integer.valueOf(random.nextInt(9)));
      }
      Map<String, Integer> after = new TreeMap<>(before);
      for (int change = random.nextInt(3); change >= 0; change--) {
        int any = random.nextInt(3) == 0 ? random.nextInt(size) : size + random.nextInt(8);
        String id = "p" + any;
        switch (random.nextInt(6)) {
          case 0 -> after.remove(id);
          case 1 -> after.put(id, null);
          case 2 -> after.put(id, random.nextInt(9));
          default -> after.put(id, 9 + random.nextInt(3));
        }
      }
      ShingleOrder order = order(before.values());
      if (holds(spark, order, after.size(), difference(before, after), difference(after, before))) {
        held++;
        assertThat(order(after.values()).lastEarlyDay()).isEqualTo(order.lastEarlyDay());
        assertThat(early(after, order)).isEqualTo(early(before, order));
      }
    }
    assertThat(held).isBetween(5, 35);
  }

  private static ShingleOrder order(SparkSession spark, Integer... days) {
    List<String> paragraphs =
        IntStream.range(0, days.length)
            .mapToObj(i -> NearPipeline.numbered("p" + i + '_', 9))
            .toList();
    return ShingleOrder.of(
        NearPipeline.counts(NearPipeline.sets(spark, paragraphs, Arrays.asList(days))));
  }

  private static ShingleOrder order(Collection<Integer> days) {
    List<PublishedDays.Day> counts = new ArrayList<>();
    for (int day = 0; day < 12; day++) {
      int published = day;
      long n = days.stream().filter(d -> d != null && d == published).count();
      counts.add(new PublishedDays.Day(LocalDate.ofEpochDay(day), n, 10 * n));
    }
    long undated = days.stream().filter(d -> d == null).count();
    counts.add(0, new PublishedDays.Day(null, undated, 10 * undated));
    return new PublishedDays(counts).order();
  }

  private static Set<String> early(Map<String, Integer> days, ShingleOrder order) {
    LocalDate last = order.lastEarlyDay();
    return days.keySet().stream()
        .filter(
            id -> last == null || (days.get(id) != null && days.get(id) <= (int) last.toEpochDay()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, Integer> difference(
      Map<String, Integer> days, Map<String, Integer> others) {
    Map<String, Integer> difference = new TreeMap<>(days);
    difference.entrySet().removeAll(others.entrySet());
    return difference;
  }

  private static Map<String, Integer> nullDay(String id) {
    Map<String, Integer> days = new TreeMap<>();
    days.put(id, null);
    return days;
  }

  /** Days of what changed, as they were and as they are. */
  private static boolean holds(
      SparkSession spark,
      ShingleOrder order,
      long paragraphsNow,
      Map<String, Integer> before,
      Map<String, Integer> now) {
    Set<String> ids = new TreeSet<>(before.keySet());
    ids.addAll(now.keySet());
    List<Row> rows =
        ids.stream()
            .map(
                id ->
                    row(
                        before.containsKey(id),
                        now.containsKey(id),
                        midnight(before.get(id)),
                        midnight(now.get(id))))
            .toList();
    long moved = spark.createDataFrame(rows, CHANGED).where(order.hasMoved()).count();
    return order.stillHolds(paragraphsNow, moved);
  }

  private static Timestamp midnight(Integer day) {
    return day == null ? null : Timestamp.from(Instant.ofEpochSecond(86_400L * day));
  }

  private static byte[] early(SparkSession spark, List<String> corpus, List<Integer> days) {
    return counts(NearPipeline.sets(spark, corpus, days)).get(0).getAs(ShingleCounts.EARLY_COUNTS);
  }

  private static List<Row> counts(Dataset<Row> sets) {
    return NearPipeline.counts(sets).collectAsList();
  }
}
