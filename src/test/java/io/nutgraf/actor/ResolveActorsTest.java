package io.nutgraf.actor;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nutgraf.table.ActorVariants;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Readings;
import io.nutgraf.table.Spellings;
import io.nutgraf.table.SplitArticles;
import io.nutgraf.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The stages of this package, one after the other. */
@ExtendWith(SparkExtension.class)
class ResolveActorsTest {
  private static final Timestamp JUNE_2015 = at("2015-06-30T23:30:00Z");
  private static final String DICTIONARY =
      """
      actor_id,name,type,demonyms,state,role,code,from,to
      person:bo,Bo Abel,person,,ARM,President,ARMGOV,2015-01-01,2015-06-30
      person:bo,Bo Abel,person,,,,ARMELI,,
      state:ARM,Armenia,state,Armenian,ARM,,ARM,,
      """;

  private static Timestamp at(String instant) {
    return Timestamp.from(Instant.parse(instant));
  }

  private static Broadcast<Dictionary> dictionary(SparkSession spark) {
    Dictionary dictionary =
        Dictionary.of(List.of(DictionaryText.read(DICTIONARY, DictionaryFormat.CSV, Set.of())));
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(dictionary);
  }

  private static Dataset<Row> readings(SparkSession spark) {
    Dataset<Row> spellings =
        rows(
            spark,
            Spellings.TABLE,
            row(1L, 1L, 10L, true, "Bo Abel spoke. So did Armenia\u2019s envoy.", 6),
            row(2L, 2L, 20L, true, "Abel left.", 2),
            row(3L, 3L, 30L, true, "Nobody came.", 2),
            row(4L, 4L, 40L, true, null, 0));
    return new FindMentions(dictionary(spark), Tagging.OFF).apply(spellings);
  }

  private static Row article(String id, String source, Timestamp publishedAt, Row... parts) {
    return row(id, source, null, null, publishedAt, parts);
  }

  private static Row part(int paragraph, long hash) {
    return row(paragraph, 2, false, hash, hash, hash * 10);
  }

  private static Dataset<Row> mentions(SparkSession spark) {
    Dataset<Row> articles =
        rows(
            spark,
            SplitArticles.TABLE,
            article("a1", "x", JUNE_2015, part(0, 1), part(1, 2), part(2, 3), part(3, 2)),
            article("a2", "y", null, part(0, 2), part(1, 1)),
            article("a3", "y", at("2015-07-01T00:30:00Z"), part(0, 2)));
    return new ResolveActors(dictionary(spark)).apply(articles, readings(spark));
  }

  @Test
  void readsEachParagraphOnce(SparkSession spark) {
    List<Row> readings = readings(spark).orderBy(Readings.H1).collectAsList();

    assertThat(readings).extracting(row -> row.<Integer>getAs("sentences")).contains(2, 1, 1, 0);
    assertThat(readings.get(0).<Row>getList(7))
        .extracting(span -> span.getString(6), span -> span.getInt(2), span -> span.getString(3))
        .containsExactly(tuple("Bo Abel", 0, "full"), tuple("Armenia", 1, "full"));
    assertThat(readings.get(2).getList(7)).isEmpty();
    assertThat(readings.get(3).getList(7)).isEmpty();
  }

  @Test
  void resolvesInsideEachArticle(SparkSession spark) {
    String p1 = "00000000000000010000000000000001";
    String p2 = "00000000000000020000000000000002";
    // a3 has the surname alone: no mention
    assertRows(
        mentions(spark),
        Mentions.TABLE,
        row("a1", 0, 0, 0, 7, "Bo Abel", "person:bo", "full", null, "ARMGOV", p1, "x", JUNE_2015),
        row("a1", 0, 1, 22, 29, "Armenia", "state:ARM", "full", null, "ARM", p1, "x", JUNE_2015),
        row("a1", 1, 0, 0, 4, "Abel", "person:bo", "surname", null, "ARMGOV", p2, "x", JUNE_2015),
        row("a1", 3, 0, 0, 4, "Abel", "person:bo", "surname", null, "ARMGOV", p2, "x", JUNE_2015),
        row("a2", 0, 0, 0, 4, "Abel", "person:bo", "surname", null, "ARMELI", p2, "y", null),
        row("a2", 1, 0, 0, 7, "Bo Abel", "person:bo", "full", null, "ARMELI", p1, "y", null),
        row("a2", 1, 1, 22, 29, "Armenia", "state:ARM", "full", null, "ARM", p1, "y", null));
  }

  @Test
  void describesActorsByTheirLatestMention(SparkSession spark) {
    assertRows(
        describe(spark, mentions(spark)),
        Actors.TABLE,
        row("person:bo", "Bo Abel", "person", "ARMGOV", "ARM", 5L, 2L, 2L),
        row("state:ARM", "Armenia", "state", "ARM", "ARM", 2L, 2L, 2L));
  }

  @Test
  void describesActorsThatTheDictionaryLost(SparkSession spark) {
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            row("a", 0, 0, 0, 2, "Cy", "person:cy", "full", null, "B", "p", "x", JUNE_2015),
            row("b", 0, 0, 5, 7, "Cy", "person:cy", "full", null, "A", "p", "x", JUNE_2015),
            row("c", 0, 0, 8, 9, "Cy", "person:cy", "full", null, "0", "p", "x", null),
            row("d", 0, 0, 8, 9, "Cy", "person:cy", "full", null, null, "p", "x", JUNE_2015),
            row("a", 0, 0, 10, 12, "Di", null, "full", new String[] {"d"}, null, "p", "x", null));

    assertRows(
        describe(spark, mentions),
        Actors.TABLE,
        row("person:cy", "Cy", "person", "A", null, 4L, 4L, 1L));
  }

  @Test
  void namesActorsThatNoDictionaryHasAsTheyAreMostlyWritten(SparkSession spark) {
    Dataset<Row> mentions =
        rows(
            spark,
            Mentions.TABLE,
            tagged(0, "Ann Lee", "person:ann-lee", "tagged"),
            tagged(1, "Ann B. Lee", "person:ann-lee", "tagged"),
            tagged(2, "Lee", "person:ann-lee", "surname"),
            tagged(3, "Lee", "person:ann-lee", "surname"),
            tagged(4, "Acme", "org:acme", "tagged"),
            tagged(5, "ACME", "org:acme", "tagged"),
            tagged(6, "Poe", "person:cy-poe", "surname"));

    assertRows(
        describe(spark, mentions),
        Actors.TABLE,
        row("person:ann-lee", "Ann B. Lee", "person", null, null, 4L, 1L, 1L),
        row("org:acme", "ACME", "organisation", null, null, 2L, 1L, 1L),
        row("person:cy-poe", "cy-poe", "person", null, null, 1L, 1L, 1L));
  }

  private static Row tagged(int start, String surface, String actorId, String method) {
    return row(
        "a", 0, 0, start, start + 1, surface, actorId, method, null, null, "p", "x", JUNE_2015);
  }

  private static Dataset<Row> describe(SparkSession spark, Dataset<Row> mentions) {
    return new DescribeActors(dictionary(spark))
        .apply(new CountActors().apply(mentions), new ListVariants().apply(mentions));
  }

  @Test
  void listsVariants(SparkSession spark) {
    assertRows(
        new ListVariants().apply(mentions(spark)),
        ActorVariants.TABLE,
        row("person:bo", "Bo Abel", "full", 2L),
        row("person:bo", "Abel", "surname", 3L),
        row("state:ARM", "Armenia", "full", 2L));
  }
}
