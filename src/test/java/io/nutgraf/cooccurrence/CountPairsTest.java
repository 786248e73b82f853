package io.nutgraf.cooccurrence;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Units;
import io.nutgraf.testing.SparkExtension;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CountPairsTest {
  private static final Set<String> METHODS = Set.of("full", "surname");
  private static final int MAX_ACTORS = 4;

  @Test
  void aUnitNamesEachActorOnceAndPairsTheSmallerIdFirst(SparkSession spark) {
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            mention("a1", 0, 0, 0, "bo", "p", "s", 1),
            mention("a1", 0, 0, 9, "al", "p", "s", 1),
            mention("a1", 0, 1, 20, "bo", "p", "s", 1),
            mention("a1", 1, 0, 0, "cy", "q", "s", 1));

    assertRows(
        new ListEvidence(MAX_ACTORS).apply(new ListUnits(METHODS).apply(mentions)),
        Evidence.TABLE,
        row("sentence", "al", "bo", "a1", 0, 0, date(1), "s", "p", 2),
        row("paragraph", "al", "bo", "a1", 0, null, date(1), "s", "p", 2),
        row("article", "al", "bo", "a1", null, null, date(1), "s", null, 3),
        row("article", "al", "cy", "a1", null, null, date(1), "s", null, 3),
        row("article", "bo", "cy", "a1", null, null, date(1), "s", null, 3));
  }

  @Test
  void ambiguousMentionsAndOtherMethodsDoNotCount(SparkSession spark) {
    Row ambiguous =
        row("a1", 0, 0, 5, 6, "X", null, "surname", List.of("x", "y"), null, "p", "s", day(1));
    Row capital = row("a1", 0, 0, 7, 8, "C", "cc", "capital", null, null, "p", "s", day(1));
    Dataset<Row> mentions =
        rows(spark, Mentions.TABLE, mention("a1", 0, 0, 0, "al", "p", "s", 1), ambiguous, capital);

    assertThat(new ListUnits(METHODS).apply(mentions).collectAsList()).isEmpty();
  }

  @Test
  void aUnitWithTooManyActorsMakesNoPairsAndIsToldApart(SparkSession spark) {
    List<Row> crowd = new ArrayList<>();
    for (int i = 0; i <= MAX_ACTORS; i++) {
      crowd.add(mention("a1", 0, 0, i, "actor" + i, "p", "s", 1));
    }
    Dataset<Row> units =
        new ListUnits(METHODS).apply(rows(spark, Mentions.TABLE, crowd.toArray(Row[]::new)));
    ListEvidence listEvidence = new ListEvidence(MAX_ACTORS);

    assertThat(listEvidence.apply(units).collectAsList()).isEmpty();
    assertThat(units.where(listEvidence.isCapped()).count()).isEqualTo(3);
  }

  /**
   * A wire story on day 1 (paragraphs p, q), run whole by one outlet on day 2 and with a new lead
   * by another; al and bo stand together in p, twice in its near copy p2.
   */
  @Test
  void copiesCountOnceOnTheDayOfTheFirst(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            Paragraphs.TABLE,
            row("w", 0, "p", 20, "wire", day(1)),
            row("w", 1, "q", 20, "wire", day(1)),
            row("x", 0, "p", 20, "post", day(2)),
            row("x", 1, "q", 20, "post", day(2)),
            row("y", 0, "lead", 20, "radio", day(2)),
            row("y", 1, "p2", 20, "radio", day(2)),
            row("y", 2, "q", 20, "radio", day(2)));
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            mention("w", 0, 0, 0, "al", "p", "wire", 1),
            mention("w", 0, 0, 5, "bo", "p", "wire", 1),
            mention("x", 0, 0, 0, "al", "p", "post", 2),
            mention("x", 0, 0, 5, "bo", "p", "post", 2),
            mention("y", 1, 0, 0, "al", "p2", "radio", 2),
            mention("y", 1, 0, 5, "bo", "p2", "radio", 2),
            mention("y", 1, 1, 10, "al", "p2", "radio", 2),
            mention("y", 1, 1, 15, "bo", "p2", "radio", 2));
    Dataset<Row> members =
        rows(
            spark,
            ClusterMembers.TABLE,
            row("p", "p", 2L, 1.0),
            row("p2", "p", 1L, 0.8),
            row("q", "q", 3L, 1.0));
    Dataset<Row> clusters =
        rows(spark, Clusters.TABLE, cluster("p", "syndicated"), cluster("q", "syndicated"));

    assertRows(
        count(mentions, paragraphs, members, clusters),
        Cooccurrence.TABLE,
        // Raw units on their days; the cluster once, as rich as its richest member.
        row("sentence", date(1), "al", "bo", 1L, 2L, null, 1L, 1.0),
        row("sentence", date(2), "al", "bo", 3L, 0L, null, 2L, 3.0),
        row("paragraph", date(1), "al", "bo", 1L, 1L, null, 1L, 1.0),
        row("paragraph", date(2), "al", "bo", 2L, 0L, null, 2L, 2.0),
        // The new lead makes another article, but no new evidence.
        row("article", date(1), "al", "bo", 1L, 1L, 1L, 1L, 1.0),
        row("article", date(2), "al", "bo", 2L, 1L, 0L, 2L, 2.0));
  }

  @Test
  void furnitureMakesNoArticleDifferent(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            Paragraphs.TABLE,
            row("w", 0, "p", 20, "wire", day(1)),
            row("x", 0, "p", 20, "post", day(1)),
            row("x", 1, "footer", 20, "post", day(1)));
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            mention("w", 0, 0, 0, "al", "p", "wire", 1),
            mention("w", 0, 0, 5, "bo", "p", "wire", 1),
            mention("x", 0, 0, 0, "al", "p", "post", 1),
            mention("x", 0, 0, 5, "bo", "p", "post", 1));
    Dataset<Row> members =
        rows(spark, ClusterMembers.TABLE, row("p", "p", 2L, 1.0), row("footer", "footer", 9L, 1.0));
    Dataset<Row> clusters =
        rows(spark, Clusters.TABLE, cluster("p", "syndicated"), cluster("footer", "furniture"));

    Row articles =
        count(mentions, paragraphs, members, clusters)
            .where(col(Cooccurrence.UNIT).equalTo(Units.ARTICLE_UNIT))
            .select(Cooccurrence.N_RAW, Cooccurrence.N_DISTINCT, Cooccurrence.N_EVIDENCE)
            .first();

    assertThat(articles).isEqualTo(row(2L, 1L, 1L));
  }

  @Test
  void fractionalCountsAreNewmans(SparkSession spark) {
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            mention("w", 0, 0, 0, "al", "p", "wire", 1),
            mention("w", 0, 0, 5, "bo", "p", "wire", 1),
            mention("w", 0, 0, 9, "cy", "p", "wire", 1),
            mention("w", 0, 0, 12, "di", "p", "wire", 1));

    double third =
        count(
                mentions,
                rows(spark, Paragraphs.TABLE, row("w", 0, "p", 20, "wire", day(1))),
                rows(spark, ClusterMembers.TABLE),
                rows(spark, Clusters.TABLE))
            .select(Cooccurrence.N_FRACTIONAL)
            .first()
            .getDouble(0);

    assertThat(third).isCloseTo(1.0 / 3, org.assertj.core.data.Offset.offset(1e-15));
  }

  private static Dataset<Row> count(
      Dataset<Row> mentions, Dataset<Row> paragraphs, Dataset<Row> members, Dataset<Row> clusters) {
    Dataset<Row> evidence =
        new ListEvidence(MAX_ACTORS).apply(new ListUnits(METHODS).apply(mentions));
    Dataset<Row> contents =
        new DateContents().apply(new ListContents().apply(paragraphs, members, clusters));
    return new CountPairs(METHODS, MAX_ACTORS)
        .apply(evidence, mentions, contents, members, clusters);
  }

  private static Row mention(
      String article,
      int paragraph,
      int sentence,
      int start,
      String actor,
      String paragraphId,
      String source,
      int day) {
    return row(
        article,
        paragraph,
        sentence,
        start,
        start + 2,
        actor,
        actor,
        "full",
        null,
        null,
        paragraphId,
        source,
        day(day));
  }

  private static Row cluster(String id, String kind) {
    return row(id, kind, 1L, 2L, 2L, 2L, "w", "wire", day(1), day(2), 1.0, 0, 20);
  }

  private static Timestamp day(int day) {
    return Timestamp.from(Instant.parse("2014-11-0%dT06:00:00Z".formatted(day)));
  }

  private static Date date(int day) {
    return Date.valueOf("2014-11-0" + day);
  }
}
