package io.nutgraf.job;

import static io.nutgraf.testing.Frames.row;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.ActorVariants;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Mentions;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A night with names that no dictionary has, and an analyst's corrections. */
@ExtendWith(SparkExtension.class)
class TaggedNightTest {
  private static final String ARTICLES =
      """
      {"article_id": "a", "source": "Post", "text": "Mayor Laura Whitcombe met John Kerry in Ferndale on Monday.\\nWhitcombe said that she would write to Kerry."}
      {"article_id": "b", "source": "Post", "text": "Laura B. Whitcombe and Peter Thorsby signed the lease, said Thorsby."}
      """;

  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void namesThatNoDictionaryHasBecomeActors(SparkSession spark) throws IOException {
    Path warehouse = folder.resolve("out");
    RunReport report =
        Nights.run(spark, warehouse, "2020-01-01", "on", null, file("a.jsonl", ARTICLES));

    assertThat(
            Nights.read(spark, warehouse, ActorVariants.TABLE)
                .where(col(Actors.ACTOR_ID).equalTo("person:laura-whitcombe"))
                .select(ActorVariants.SURFACE, ActorVariants.METHOD, ActorVariants.MENTIONS)
                .collectAsList())
        .containsExactlyInAnyOrder(
            row("Laura Whitcombe", "tagged", 1L),
            row("Laura B. Whitcombe", "tagged", 1L),
            row("Whitcombe", "surname", 1L));
    assertThat(report.gaps())
        .containsExactly(
            new RunReport.Gap("person:laura-whitcombe", "Laura B. Whitcombe", 3, 2),
            new RunReport.Gap("person:peter-thorsby", "Peter Thorsby", 2, 1));
    assertThat(report.versions()).containsKeys("tagger", "dictionary").doesNotContainKey("merge");
  }

  @Test
  void correctionsAreAppliedAndCounted(SparkSession spark) throws IOException {
    Path warehouse = folder.resolve("out");
    Path merges =
        file(
            "merge.csv",
            "from,to\nperson:peter-thorsby,!\nWhitcombe,person:john-kerry\nNobody,person:no\n");
    RunReport report =
        Nights.run(spark, warehouse, "2020-01-01", "on", merges, file("a.jsonl", ARTICLES));

    assertThat(report.corrections())
        .containsExactly(
            new RunReport.Corrected(2, "person:peter-thorsby", "!", 2),
            new RunReport.Corrected(3, "Whitcombe", "person:john-kerry", 1),
            new RunReport.Corrected(4, "Nobody", "person:no", 0));
    assertThat(report.warnings()).containsExactly("Merge file, line 4: nothing is Nobody");
    assertThat(
            Nights.read(spark, warehouse, Actors.TABLE)
                .select(Actors.ACTOR_ID, Actors.MENTIONS)
                .collectAsList())
        .containsExactlyInAnyOrder(row("person:john-kerry", 3L), row("person:laura-whitcombe", 2L));
    assertThat(report.versions()).containsKey("merge_file");
  }

  @Test
  void withTheTaggerOffOnlyDictionariesCount(SparkSession spark) throws IOException {
    Path warehouse = folder.resolve("out");
    RunReport report =
        Nights.run(spark, warehouse, "2020-01-01", "off", null, file("a.jsonl", ARTICLES));

    assertThat(
            Nights.read(spark, warehouse, Mentions.TABLE)
                .select(Mentions.ACTOR_ID)
                .distinct()
                .collectAsList())
        .isEqualTo(List.of(row("person:john-kerry")));
    assertThat(report.versions()).containsEntry("tagger", "off");
  }

  @Test
  void aMalformedMergeFileEndsTheRun(SparkSession spark) throws IOException {
    Path merges = file("merge.csv", "from,to\nWhitcombe\n");

    assertThatThrownBy(
            () ->
                Nights.run(
                    spark,
                    folder.resolve("out"),
                    "2020-01-01",
                    "on",
                    merges,
                    file("a.jsonl", ARTICLES)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("merge.csv:2: found 'Whitcombe'");
  }
}
