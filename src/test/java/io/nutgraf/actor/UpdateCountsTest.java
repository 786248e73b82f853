package io.nutgraf.actor;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Actors;
import io.nutgraf.table.Mentions;
import io.nutgraf.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles come and go, and the counts of the articles that are left. */
@ExtendWith(SparkExtension.class)
class UpdateCountsTest {
  private static final String GONE = "person:gone";
  private static final String NEW = "person:new";

  /** Mentions of articles that are there before and after, before alone, and after alone. */
  private record Articles(List<Row> stayed, List<Row> went, List<Row> came) {
    static Articles random(long seed, int each) {
      Random random = new Random(seed);
      return new Articles(
          articles(random, 0, 20), articles(random, 20, each), articles(random, 20 + each, each));
    }

    /** The same with an actor whom nobody else names in what went, and one in what came. */
    Articles withSomeGoneAndNew() {
      return new Articles(
          stayed,
          Stream.concat(went.stream(), Stream.of(mention(98, 0, GONE))).toList(),
          Stream.concat(came.stream(), Stream.of(mention(99, 0, NEW))).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void countsOfWhatCameAndWentGiveThoseOfWhatIsLeft(long seed, SparkSession spark) {
    Articles articles = Articles.random(seed, 5);
    Dataset<Row> went = mentions(spark, articles.went);
    Dataset<Row> came = mentions(spark, articles.came);
    Dataset<Row> before = mentions(spark, articles.stayed, articles.went);
    Dataset<Row> now = mentions(spark, articles.stayed, articles.came);

    UnaryOperator<Dataset<Row>> variants = new ListVariants()::apply;
    assertSame(
        new UpdateVariants()
            .apply(variants.apply(before), variants.apply(came), variants.apply(went)),
        variants.apply(now));
    String[] byActor = {Mentions.ACTOR_ID};
    Dataset<Row> lost = went.select(Mentions.ACTOR_ID).distinct();
    UnaryOperator<Dataset<Row>> counts = new CountActors()::apply;
    assertSame(
        new UpdateActorCounts()
            .apply(
                counts.apply(before).unionByName(counts.apply(came)),
                counts.apply(now.join(lost, byActor, "left_semi")),
                lost),
        counts.apply(now));
    DescribeActors describe = describe(spark);
    Dataset<Row> all = mentions(spark, articles.stayed, articles.went, articles.came);
    assertSame(
        describe.apply(counts.apply(before).unionByName(counts.apply(came)), variants.apply(all)),
        describe.apply(counts.apply(all), variants.apply(all)));
    assertThat(counts.apply(before).collectAsList())
        .isNotEqualTo(counts.apply(now).collectAsList());
  }

  /** The earlier names are those of another dictionary, and counts come in pieces. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void onlyThoseWhoCameOrWentAreAddedUpAnew(long seed, SparkSession spark) {
    Articles articles = Articles.random(seed, 2).withSomeGoneAndNew();
    Dataset<Row> before = mentions(spark, articles.stayed, articles.went);
    Dataset<Row> now = mentions(spark, articles.stayed, articles.came);
    DescribeActors describe = describe(spark);
    UnaryOperator<Dataset<Row>> counts = new CountActors()::apply;
    UnaryOperator<Dataset<Row>> variants = new ListVariants()::apply;
    Dataset<Row> changed =
        mentions(spark, articles.came, articles.went)
            .where(col(Mentions.ACTOR_ID).isNotNull())
            .select(Mentions.ACTOR_ID)
            .distinct();
    Dataset<Row> described = describe.apply(counts.apply(now), variants.apply(now));

    assertSame(
        describe.renew(
            describe
                .apply(counts.apply(before), variants.apply(before))
                .withColumn(Actors.NAME, lit("of before")),
            changed,
            counts
                .apply(mentions(spark, articles.stayed))
                .unionByName(counts.apply(mentions(spark, articles.came)))
                .join(changed, new String[] {Mentions.ACTOR_ID}, "left_semi"),
            variants.apply(now)),
        described);
    assertThat(changed.count()).isBetween(3L, described.count() - 1);
    assertThat(described.select(Actors.ACTOR_ID).as(Encoders.STRING()).collectAsList())
        .contains(NEW)
        .doesNotContain(GONE);
  }

  private static DescribeActors describe(SparkSession spark) {
    return new DescribeActors(
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .broadcast(Dictionary.of(List.of())));
  }

  private static void assertSame(Dataset<Row> updated, Dataset<Row> counted) {
    assertThat(updated.collectAsList())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(counted.collectAsList());
  }

  @SafeVarargs
  private static Dataset<Row> mentions(SparkSession spark, List<Row>... parts) {
    List<Row> all = new ArrayList<>();
    for (List<Row> part : parts) {
      all.addAll(part);
    }
    return rows(spark, Mentions.TABLE, all.toArray(new Row[0]));
  }

  private static List<Row> articles(Random random, int first, int n) {
    List<Row> mentions = new ArrayList<>();
    for (int article = first; article < first + n; article++) {
      String source = random.nextInt(4) == 0 ? null : "s" + random.nextInt(3);
      int year = 2010 + random.nextInt(3);
      for (int i = random.nextInt(6); i > 0; i--) {
        int actor = random.nextInt(8);
        String code = actor < 4 ? null : "CODE" + (actor < 6 ? year : actor);
        String name = "Name " + random.nextInt(2);
        String method = random.nextBoolean() ? "full" : "surname";
        String id = actor == 7 ? null : "person:" + actor;
        mentions.add(mention(article, i, name, id, method, code, source, year));
      }
    }
    return mentions;
  }

  private static Row mention(int article, int place, String actor) {
    return mention(article, place, "Name 0", actor, "full", null, "s0", 2010);
  }

  private static Row mention(
      int article,
      int place,
      String name,
      String actor,
      String method,
      String code,
      String source,
      int year) {
    return row(
        "a" + article,
        0,
        0,
        10 * place,
        10 * place + 5,
        name,
        actor,
        method,
        null,
        code,
        "p" + article,
        source,
        Timestamp.from(Instant.parse(year + "-05-01T00:00:00Z")));
  }
}
