package io.nutgraf.report;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Actors;
import io.nutgraf.table.Associations;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Communities;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.SparkExtension;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ListPlacesTest {

  /** A wire paragraph p in w, its near copy p2 in y; q in x alone. */
  @Test
  void aParagraphIsListedOnceWithAllItsPlaces(SparkSession spark) {
    Dataset<Row> evidence =
        rows(
            spark,
            Evidence.TABLE,
            row("paragraph", "al", "bo", "w", 0, null, date(1), "wire", "p", 2),
            row("paragraph", "al", "bo", "y", 3, null, date(2), "radio", "p2", 2),
            row("paragraph", "al", "bo", "x", 1, null, date(3), null, "q", 2),
            row("paragraph", "al", "cy", "x", 2, null, date(3), null, "r", 2),
            row("article", "al", "bo", "w", null, null, date(1), "wire", null, 2));
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            mention("w", 0, "al", "p"),
            mention("w", 0, "bo", "p"),
            mention("w", 4, "cy", "s"));
    Dataset<Row> members =
        rows(spark, ClusterMembers.TABLE, row("p", "p", 1L, 1.0), row("p2", "p", 1L, 0.8));
    Dataset<Row> clusters =
        rows(
            spark,
            Clusters.TABLE,
            row("p", "syndicated", 2L, 2L, 2L, 2L, "w", "wire", null, null, 0.8, 0, 20));
    Dataset<Row> texts =
        rows(spark, Texts.TABLE, row("p", "P.", 1, 1), row("p2", "P2.", 1, 1), row("q", "Q.", 1, 1))
            .withColumn("date", lit("2014-11-01").cast("date"));

    assertThat(places("paragraph", evidence, mentions, members, clusters, texts))
        .containsExactly(
            row("p", "P.", "syndicated", 2L, "w/0 y/3"), row("q", "Q.", null, null, "x/1"));
    assertThat(places("article", evidence, mentions, members, clusters, texts))
        .containsExactly(row("p", "P.", "syndicated", 2L, "w/0"));
  }

  @Test
  void anActorIsMeantByIdentifierOrName(SparkSession spark) {
    Dataset<Row> actors =
        rows(
            spark,
            Actors.TABLE,
            actor("kerry-john", "John Kerry", 9),
            actor("smith-a", "Jo Smith", 5),
            actor("smith-b", "Jo Smith", 3));

    assertThat(new FindActor("kerry-john").apply(actors)).isEqualTo("kerry-john");
    assertThat(new FindActor("john kerry").apply(actors)).isEqualTo("kerry-john");
    assertThatThrownBy(() -> new FindActor("Jo Smith").apply(actors))
        .hasMessage(
            "2 actors are called Jo Smith; give one of the identifiers: smith-a (Jo Smith),"
                + " smith-b (Jo Smith)");
    assertThatThrownBy(() -> new FindActor("Kery").apply(actors))
        .hasMessageStartingWith("No actor is called Kery. Nearest: ")
        .hasMessageContaining("kerry-john (John Kerry)");
  }

  @Test
  void theStrongestPairsOfTheWholeCorpusAreDrawn(SparkSession spark) {
    Dataset<Row> associations =
        rows(
            spark,
            Associations.TABLE,
            pair("al", "bo", 9, 50.0, "article", "whole"),
            pair("al", "cy", 8, 70.0, "article", "whole"),
            pair("bo", "cy", 7, 10.0, "article", "whole"),
            pair("al", "di", 2, null, "article", "whole"),
            pair("al", "ed", 9, 99.0, "sentence", "whole"),
            pair("al", "ed", 9, 99.0, "article", "day"));
    Dataset<Row> actors = rows(spark, Actors.TABLE, actor("al", "Al", 9), actor("bo", "Bo", 8));
    Dataset<Row> communities = rows(spark, Communities.TABLE, row("al", 1, 17L, 0.5, 2L));

    Network network = new SelectNetwork("article", 3, 2).apply(associations, actors, communities);

    assertThat(network.edges())
        .extracting(edge -> edge.source() + edge.target() + edge.weight())
        .containsExactly("alcy8", "albo9");
    assertThat(network.nodes()).extracting(Network.Node::label).containsExactly("Al", "Bo", "cy");
    assertThat(network.nodes().get(0).values())
        .isEqualTo(Arrays.asList("person", null, null, 9L, 1L, 1L, 1, 17L, 0.5));
  }

  private static List<Row> places(
      String unit,
      Dataset<Row> evidence,
      Dataset<Row> mentions,
      Dataset<Row> members,
      Dataset<Row> clusters,
      Dataset<Row> texts) {
    return new ListPlaces(unit, "al", "bo")
        .apply(evidence, mentions, members, clusters, texts)
        .selectExpr(
            "copy_key",
            "text",
            "reuse_kind",
            "occurrences",
            "array_join(transform(places, p -> concat(p.article_id, '/', p.paragraph)), ' ')")
        .collectAsList();
  }

  private static Row pair(String a, String b, long n, Double g2, String unit, String window) {
    return row(
        unit, null, a, b, n, n, n, n, n, null, null, null, null, null, null, g2, null, null, null,
        null, null, n, window);
  }

  private static Row actor(String id, String name, long mentions) {
    return row(id, name, "person", null, null, mentions, 1L, 1L);
  }

  private static Row mention(String article, int paragraph, String actor, String paragraphId) {
    return row(
        article,
        paragraph,
        0,
        actor.hashCode() % 50,
        99,
        actor,
        actor,
        "full",
        null,
        null,
        paragraphId,
        "wire",
        Timestamp.from(Instant.parse("2014-11-01T06:00:00Z")));
  }

  private static Date date(int day) {
    return Date.valueOf("2014-11-0" + day);
  }
}
