package io.nutgraf.cooccurrence;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.ActorLists;
import io.nutgraf.table.ActorSets;
import io.nutgraf.table.Associations;
import io.nutgraf.table.Communities;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Mentions;
import io.nutgraf.testing.SparkExtension;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class NetworkTest {

  @Test
  void twoCliquesJoinedByOneEdgeAreTwoCommunities(SparkSession spark) {
    List<Row> edges = new ArrayList<>();
    for (String clique : List.of("a", "b")) {
      for (int i = 0; i < 5; i++) {
        for (int j = i + 1; j < 5; j++) {
          edges.add(pair(clique + i, clique + j, 9));
        }
      }
    }
    edges.add(pair("a4", "b0", 3));
    edges.add(pair("a0", "zz", 2));

    List<Row> found = communities(spark, edges, 2);

    assertThat(found).hasSize(10);
    assertThat(found)
        .allSatisfy(
            row -> assertThat(row.getInt(1)).isEqualTo(row.getString(0).startsWith("a") ? 1 : 2));
    assertThat(found)
        .filteredOn(row -> Set.of("a0", "a4").contains(row.getString(0)))
        .extracting(row -> row.getLong(2))
        .containsExactlyInAnyOrder(36L, 39L);

    Collections.shuffle(edges, new Random(7));
    assertThat(communities(spark, edges, 5)).containsExactlyInAnyOrderElementsOf(found);
  }

  /** As in real news, where a few actors are in everything. */
  @Test
  void whoIsInAllNewsDrawsNobodyIntoOneCommunity(SparkSession spark) {
    List<Row> edges = new ArrayList<>();
    for (String group : List.of("a", "b")) {
      for (int i = 0; i < 20; i++) {
        for (int j = i + 1; j < 20; j++) {
          edges.add(pair("%s%02d".formatted(group, i), "%s%02d".formatted(group, j), 4));
        }
        // 100 of a hub's 10,000 articles: strong by number, weak by cosine.
        edges.add(pair("%s%02d".formatted(group, i), "hub", 100, 0.01));
      }
    }

    List<Row> found = communities(spark, edges, 3);

    assertThat(communitiesOf("a", found))
        .hasSize(1)
        .doesNotContainAnyElementsOf(communitiesOf("b", found));
    assertThat(communitiesOf("b", found)).hasSize(1);
  }

  @Test
  void noNetworkHasNoCommunities(SparkSession spark) {
    assertThat(communities(spark, List.of(), 1)).isEmpty();
    assertThat(communities(spark, List.of(pair("a", "b", 9)), 1)).isEmpty();
  }

  @Test
  void ofCopiesTheRichestArticleMakesOneList(SparkSession spark) {
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            mention("x", 0, "al"),
            mention("x", 1, "bo"),
            mention("y", 0, "bo"),
            mention("y", 1, "al"),
            mention("y", 2, "cy"),
            mention("z", 0, "di"));
    Dataset<Row> contents =
        rows(
            spark,
            Contents.TABLE,
            row("x", null, "same", null),
            row("y", null, "same", null),
            row("z", null, "other", null));

    assertThat(
            new ListActors(Set.of("full"))
                .apply(mentions, contents)
                .selectExpr("content_key", "array_join(actors, ' ')")
                .collectAsList())
        .containsExactlyInAnyOrder(row("same", "al bo cy"), row("other", "di"));
  }

  @Test
  void setsOfThreeAndMoreAreCountedByArticle(SparkSession spark) {
    Dataset<Row> lists =
        rows(
            spark,
            ActorLists.TABLE,
            list("1", "al", "bo", "cy", "di"),
            list("2", "al", "bo", "cy"),
            list("3", "al", "bo", "di"),
            list("4", "al", "bo"),
            list("5", "al", "bo", "cy", "di", "ed"));

    assertThat(sets(new FindActorSets(2, 4).apply(lists)))
        .containsExactlyInAnyOrder(row("al bo cy", 3, 2L), row("al bo di", 3, 2L));
    assertThat(sets(new FindActorSets(2, 5).apply(lists)))
        .containsExactlyInAnyOrder(
            row("al bo cy", 3, 3L),
            row("al bo di", 3, 3L),
            row("al cy di", 3, 2L),
            row("bo cy di", 3, 2L),
            row("al bo cy di", 4, 2L));
    assertThat(lists.where(new FindActorSets(2, 4).isTooLong()).count()).isEqualTo(1);
    assertThat(sets(new FindActorSets(9, 4).apply(lists))).isEmpty();
  }

  @Test
  void noListsHaveNoSets(SparkSession spark) {
    Dataset<Row> none = new FindActorSets(2, 4).apply(rows(spark, ActorLists.TABLE));

    assertRows(none, ActorSets.TABLE);
    assertThatThrownBy(() -> new FindActorSets(2, 30))
        .hasMessage("maxActors must be from 3 to 20, but is 30");
  }

  private static List<Row> sets(Dataset<Row> found) {
    return found.selectExpr("array_join(actors, ' ')", "size", "articles").collectAsList();
  }

  private static List<Row> communities(SparkSession spark, List<Row> edges, int partitions) {
    Dataset<Row> associations =
        spark.createDataFrame(edges, Associations.TABLE.schema()).repartition(partitions);
    Dataset<Row> found = new FindCommunities(3, 2).apply(associations);
    assertThat(found.columns()).containsExactly(Communities.TABLE.schema().fieldNames());
    return found.collectAsList();
  }

  private static Set<Integer> communitiesOf(String group, List<Row> found) {
    return found.stream()
        .filter(row -> row.getString(0).startsWith(group))
        .map(row -> row.getInt(1))
        .collect(Collectors.toSet());
  }

  private static Row pair(String a, String b, long n) {
    return pair(a, b, n, n / 10.0);
  }

  private static Row pair(String a, String b, long n, double cosine) {
    return row(
        "article", null, a, b, n, n, n, n, n, null, null, null, null, null, null, null, null, null,
        null, cosine, null, n, "whole");
  }

  private static Row mention(String article, int start, String actor) {
    return row(article, 0, 0, start, start + 1, actor, actor, "full", null, null, "p", "s", null);
  }

  private static Row list(String content, String... actors) {
    return row(content, actors);
  }
}
