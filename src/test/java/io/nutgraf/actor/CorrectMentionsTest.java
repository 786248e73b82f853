package io.nutgraf.actor;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Mentions;
import io.nutgraf.testing.SparkExtension;
import java.io.StringReader;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CorrectMentionsTest {
  private static final Timestamp JUNE_2015 = Timestamp.from(Instant.parse("2015-06-30T23:30:00Z"));
  private static final String DICTIONARY =
      """
      actor_id,name,type,role,code,from,to
      person:bo,Bo Abel,person,President,GOV,2015-01-01,2015-06-30
      person:bo,Bo Abel,person,,ELI,,
      """;
  private static final String MERGES =
      """
      from,to
      Abel,person:bo
      Acme,!
      person:b-abel,person:bo
      person:bo,person:never-chained
      Nobody,!
      """;

  private static CorrectMentions stage(SparkSession spark) {
    Dictionary dictionary =
        Dictionary.of(List.of(DictionaryText.read(DICTIONARY, DictionaryFormat.CSV, Set.of())));
    return new CorrectMentions(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(dictionary),
        MergeFile.read("merge.csv", new StringReader(MERGES)));
  }

  private static Row mention(
      int start, String surface, String actor, String[] candidates, String code, Timestamp at) {
    return row(
        "a", 0, 0, start, start + 1, surface, actor, "tagged", candidates, code, "p", "x", at);
  }

  private static Dataset<Row> mentions(SparkSession spark) {
    return rows(
        spark,
        Mentions.TABLE,
        mention(0, "Abel", null, new String[] {"u", "v"}, null, JUNE_2015),
        mention(1, "Acme", "org:acme", null, null, JUNE_2015),
        mention(2, "B Abel", "person:b-abel", null, null, null),
        mention(3, "Cy", "state:CY", null, "CYP", JUNE_2015));
  }

  @Test
  void movesDropsAndKeeps(SparkSession spark) {
    assertRows(
        stage(spark).apply(mentions(spark)),
        Mentions.TABLE,
        mention(0, "Abel", "person:bo", null, "GOV", JUNE_2015),
        mention(2, "B Abel", "person:bo", null, "ELI", null),
        mention(3, "Cy", "state:CY", null, "CYP", JUNE_2015));
  }

  @Test
  void countsWhatEachLineDid(SparkSession spark) {
    assertThat(stage(spark).perLine(mentions(spark)).collectAsList())
        .containsExactlyInAnyOrder(row(2L, 1L), row(3L, 1L), row(4L, 1L));
  }
}
