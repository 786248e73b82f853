package io.nutgraf.cooccurrence;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Associations;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Texts;
import io.nutgraf.table.Units;
import io.nutgraf.testing.SparkExtension;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.ml.fpm.FPGrowth;
import org.apache.spark.ml.fpm.FPGrowthModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class MeasureAssociationsTest {
  private static final Set<String> METHODS = Set.of("full");
  private static final RecentDays ALL_DAYS = new RecentDays(null);
  private static final int MANY = 50;
  private static final String[] COUNTS = {
    Associations.UNIT,
    Associations.ACTOR_A,
    Associations.ACTOR_B,
    Associations.N_DISTINCT,
    Associations.N_A,
    Associations.N_B,
    Associations.N,
    Associations.N_WITH_ACTOR
  };

  @Test
  void aPairIsMeasuredOverAllDaysAndOverEach(SparkSession spark) {
    Dataset<Row> cooccurrence =
        rows(
            spark,
            Cooccurrence.TABLE,
            row("article", date(3), "al", "bo", 4L, 4L, 4L, 1L, 4.0),
            row("article", date(4), "al", "bo", 8L, 0L, 0L, 1L, 8.0),
            row("article", Date.valueOf("2014-11-16"), "al", "cy", 2L, 2L, 2L, 1L, 2.0),
            row("article", null, "al", "cy", 1L, 0L, 0L, 1L, 1.0));
    Dataset<Row> marginals =
        rows(
            spark,
            Marginals.TABLE,
            inWhole("article", "actor", "al", 8L),
            inWhole("article", "actor", "bo", 4L),
            inWhole("article", "actor", "cy", 2L),
            inWhole("article", "any_actor", null, 13L),
            inWhole("article", "all", null, 32L),
            inWeek(date(3), "actor", "al", 4L),
            inWeek(date(3), "actor", "bo", 4L),
            inWeek(Date.valueOf("2014-11-10"), "actor", "al", 4L),
            inWeek(Date.valueOf("2014-11-10"), "actor", "cy", 2L),
            inWeek(date(3), "any_actor", null, 6L),
            inWeek(Date.valueOf("2014-11-10"), "any_actor", null, 7L),
            inWeek(date(3), "all", null, 16L),
            inWeek(Date.valueOf("2014-11-10"), "all", null, 16L));

    Dataset<Row> measured =
        associations(TimeWindow.WEEK, 3, cooccurrence, marginals)
            .select(
                "window",
                "period",
                "actor_b",
                "n_raw",
                "n_distinct",
                "n_a",
                "n_b",
                "n",
                "n_with_actor",
                "lift",
                "npmi",
                "logdice",
                "duplication_factor",
                "rank_raw",
                "rank_distinct");

    assertThat(measured.collectAsList())
        .containsExactlyInAnyOrder(
            row(
                "whole",
                null,
                "bo",
                12L,
                4L,
                8L,
                4L,
                32L,
                13L,
                4.0,
                2 / 3.0,
                14 + Math.log(2 / 3.0) / Math.log(2),
                3.0,
                1L,
                1L),
            // Too few to be measured; the undated copy counts here alone.
            row("whole", null, "cy", 3L, 2L, 8L, 2L, 32L, 13L, null, null, null, 1.5, 2L, 2L),
            row("week", date(3), "bo", 12L, 4L, 4L, 4L, 16L, 6L, 4.0, 1.0, 14.0, 3.0, 1L, 1L),
            row(
                "week",
                Date.valueOf("2014-11-10"),
                "cy",
                2L,
                2L,
                4L,
                2L,
                16L,
                7L,
                null,
                null,
                null,
                1.0,
                1L,
                1L));
  }

  /** A program's date that was never set; a Monday. */
  @Test
  void theFirstDayOfAllIsADayLikeOthers(SparkSession spark) {
    Date first = Date.valueOf("0001-01-01");
    Dataset<Row> cooccurrence =
        rows(spark, Cooccurrence.TABLE, row("article", first, "al", "bo", 4L, 3L, 4L, 1L, 4.0));

    Dataset<Row> measured =
        associations(TimeWindow.WEEK, 1, cooccurrence, rows(spark, Marginals.TABLE));

    assertThat(measured.select("window", "period", "n_raw", "n_distinct").collectAsList())
        .containsExactlyInAnyOrder(row("whole", null, 4L, 3L), row("week", first, 4L, 3L));
  }

  @Test
  void whatIsInEveryUnitHasNoNpmiAndNoPhi(SparkSession spark) {
    Dataset<Row> cooccurrence =
        rows(spark, Cooccurrence.TABLE, row("article", date(3), "al", "bo", 4L, 4L, 4L, 1L, 4.0));
    Dataset<Row> marginals =
        rows(
            spark,
            Marginals.TABLE,
            inWhole("article", "actor", "al", 4L),
            inWhole("article", "actor", "bo", 4L),
            inWhole("article", "any_actor", null, 4L),
            inWhole("article", "all", null, 4L));

    Row measured =
        associations(TimeWindow.WHOLE, 3, cooccurrence, marginals)
            .select("pmi", "npmi", "phi", "g2", "jaccard")
            .first();

    assertThat(measured).isEqualTo(row(0.0, null, null, 0.0, 1.0));
  }

  @Test
  void noPairsMakeNoAssociations(SparkSession spark) {
    Dataset<Row> measured =
        associations(
            TimeWindow.MONTH, 3, rows(spark, Cooccurrence.TABLE), rows(spark, Marginals.TABLE));

    assertThat(measured.collectAsList()).isEmpty();
    assertThatThrownBy(() -> new MeasureAssociations(TimeWindow.WHOLE, 0))
        .hasMessage("minDistinct must be at least 1, but is 0");
  }

  /** A text is kept in one spelling; another may end with a sentence more. */
  @Test
  void thereAreNeverFewerSentencesThanWereSeen(SparkSession spark) {
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            row(
                "a1",
                0,
                2,
                0,
                2,
                "al",
                "al",
                "full",
                null,
                null,
                "p",
                "s",
                Timestamp.from(Instant.parse("2014-11-03T06:00:00Z"))));
    Dataset<Row> clusters = rows(spark, Clusters.TABLE);
    Dataset<Row> members = rows(spark, ClusterMembers.TABLE);
    Dataset<Row> contents = rows(spark, Contents.TABLE, row("a1", date(3), "c", date(3)));
    Dataset<Row> distinct =
        rows(
            spark,
            DistinctParagraphs.TABLE,
            row("p", 9, 1L, Timestamp.from(Instant.parse("2014-11-03T06:00:00Z")), "a1", 0));
    Dataset<Row> texts = rows(spark, Texts.TABLE, row("p", "", 9, 2));

    assertRows(
        new CountMarginals(METHODS, TimeWindow.WHOLE, ALL_DAYS)
            .apply(mentions, distinct, texts, contents, members, clusters),
        Marginals.TABLE,
        inWhole("sentence", "actor", "al", 1L),
        inWhole("sentence", "any_actor", null, 1L),
        inWhole("sentence", "all", null, 3L),
        inWhole("paragraph", "actor", "al", 1L),
        inWhole("paragraph", "any_actor", null, 1L),
        inWhole("paragraph", "all", null, 1L),
        inWhole("article", "actor", "al", 1L),
        inWhole("article", "any_actor", null, 1L),
        inWhole("article", "all", null, 1L));
  }

  /** Counted again by loops over the corpus. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void countsAreThoseOfObviousLoops(long seed, SparkSession spark) {
    RandomNews news = RandomNews.withNearCopies(seed);

    Map<String, Row> measured = new TreeMap<>();
    for (Row row : measure(spark, news, TimeWindow.WHOLE).select(cols(COUNTS)).collectAsList()) {
      measured.put(row.getString(0) + " " + row.getString(1) + " " + row.getString(2), row);
    }

    assertThat(measured).isEqualTo(new ObviousCounts(news).pairs());
    for (Row row : measured.values()) {
      assertThat(row.getLong(3)).isLessThanOrEqualTo(Math.min(row.getLong(4), row.getLong(5)));
      assertThat(Math.max(row.getLong(4), row.getLong(5))).isLessThanOrEqualTo(row.getLong(7));
      assertThat(row.getLong(7)).isLessThanOrEqualTo(row.getLong(6));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 4)
  void copyingTheWholeCorpusChangesNothingButRawCounts(long seed, SparkSession spark) {
    RandomNews news = RandomNews.withNearCopies(seed);
    String[] raw = {Associations.N_RAW, Associations.DUPLICATION_FACTOR, Associations.RANK_RAW};

    Dataset<Row> once = measure(spark, news, TimeWindow.DAY);
    Dataset<Row> thrice = measure(spark, news.copied(3), TimeWindow.DAY);

    assertThat(thrice.drop(raw).collectAsList())
        .containsExactlyInAnyOrderElementsOf(once.drop(raw).collectAsList());
    assertThat(thrice.agg(sum(Associations.N_RAW)).first().getLong(0))
        .isEqualTo(3 * once.agg(sum(Associations.N_RAW)).first().getLong(0));
  }

  @ParameterizedTest
  @ValueSource(longs = 6)
  void daysAddUpAndNoPairOutnumbersItsActors(long seed, SparkSession spark) {
    Dataset<Row> measured = measure(spark, RandomNews.withNearCopies(seed), TimeWindow.DAY);

    assertThat(
            measured
                .where(
                    "n_distinct > n_a or n_distinct > n_b or greatest(n_a, n_b) > n_with_actor"
                        + " or n_with_actor > n")
                .collectAsList())
        .isEmpty();
    String[] keys = {Associations.ACTOR_A, Associations.ACTOR_B};
    assertThat(sums(measured.where("window = 'day'"), keys))
        .containsExactlyInAnyOrderElementsOf(sums(measured.where("window = 'whole'"), keys));
  }

  /** Spark's own frequent itemsets over articles with exact copies only, which are one basket. */
  @ParameterizedTest
  @ValueSource(longs = 8)
  void articlesAgreeWithFrequentItemsets(long seed, SparkSession spark) {
    RandomNews news = RandomNews.withExactCopies(seed);
    Set<Set<String>> contents = new HashSet<>();
    List<Row> baskets = new ArrayList<>();
    for (RandomNews.Article article : news.articles()) {
      Set<String> content =
          article.paragraphs().stream()
              .map(RandomNews.Paragraph::id)
              .collect(Collectors.toCollection(TreeSet::new));
      if (contents.add(content)) {
        Set<String> actors = new TreeSet<>();
        article.paragraphs().forEach(p -> p.sentences().forEach(actors::addAll));
        baskets.add(row((Object) actors.toArray(String[]::new)));
      }
    }
    StructType schema =
        new StructType().add("items", DataTypes.createArrayType(DataTypes.StringType));
    FPGrowthModel model =
        new FPGrowth()
            .setMinSupport(1e-9)
            .setMinConfidence(0)
            .fit(spark.createDataFrame(baskets, schema));
    Dataset<Row> rules =
        model
            .associationRules()
            .where("size(antecedent) = 1 and antecedent[0] < consequent[0]")
            .selectExpr(
                "antecedent[0]",
                "consequent[0]",
                "cast(round(support * %d) as bigint)".formatted(baskets.size()),
                "round(lift, 9)");

    Dataset<Row> articles =
        measure(spark, news, TimeWindow.WHOLE)
            .where(col(Associations.UNIT).equalTo(Units.ARTICLE_UNIT))
            .selectExpr("actor_a", "actor_b", "n_distinct", "round(lift, 9)");

    assertThat(articles.collectAsList()).containsExactlyInAnyOrderElementsOf(rules.collectAsList());
  }

  private static List<Row> sums(Dataset<Row> measured, String[] keys) {
    return measured
        .groupBy(Associations.UNIT, keys)
        .agg(sum(Associations.N_RAW), sum(Associations.N_DISTINCT))
        .collectAsList();
  }

  private static Dataset<Row> measure(SparkSession spark, RandomNews news, TimeWindow window) {
    Dataset<Row> mentions = news.mentions(spark);
    Dataset<Row> members = news.members(spark);
    Dataset<Row> clusters = news.clusters(spark);
    Dataset<Row> contents =
        new DateContents()
            .apply(new ListContents().apply(news.paragraphs(spark), members, clusters));
    Dataset<Row> evidence = new ListEvidence(MANY).apply(new ListUnits(METHODS).apply(mentions));
    Dataset<Row> cooccurrence =
        new CountPairs(METHODS, MANY).apply(evidence, mentions, contents, members, clusters);
    Dataset<Row> marginals =
        new CountMarginals(METHODS, window, ALL_DAYS)
            .apply(
                mentions,
                news.distinctParagraphs(spark),
                news.texts(spark),
                contents,
                members,
                clusters);
    return associations(window, 1, cooccurrence, marginals);
  }

  private static Dataset<Row> associations(
      TimeWindow window, int minDistinct, Dataset<Row> cooccurrence, Dataset<Row> marginals) {
    return new MeasureAssociations(window, minDistinct)
        .apply(new SumPairs(window).apply(cooccurrence), marginals);
  }

  private static Column[] cols(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }

  private static Row inWhole(String unit, String of, String actor, long n) {
    return row(unit, Periods.WHOLE, of, actor, n);
  }

  private static Row inWeek(Date monday, String of, String actor, long n) {
    return row("article", (int) monday.toLocalDate().toEpochDay(), of, actor, n);
  }

  private static Date date(int day) {
    return Date.valueOf("2014-11-0" + day);
  }
}
