package io.nutgraf.job;

import static io.nutgraf.testing.Frames.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Mentions;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class StateTest {
  private static final String WIRE = "Senator Imogen Vantreight of the Kestrel Board met Armenia.";

  @TempDir private Path folder;

  @Test
  void noParagraphIsReadTwiceAndTheStateIsOnlyACache(SparkSession spark) throws IOException {
    Path out = folder.resolve("out");
    Path second =
        corpus(
            "b.jsonl",
            "b",
            WIRE + "\\n\\nMinister Odile Marchetti of the Kestrel Board stayed away.");
    RunReport first = Nights.runFacts(spark, out, "2024-05-01", "on", corpus("a.jsonl", "a", WIRE));
    RunReport next = Nights.runFacts(spark, out, "2024-05-02", "on", second);

    assertThat(first.counts()).containsEntry("read_for_actors", 1L);
    assertThat(next.counts()).containsEntry("texts", 2L).containsEntry("read_for_actors", 1L);
    List<String> mentions = mentions(spark, out);
    assertThat(mentions)
        .anyMatch(mention -> mention.contains("person:imogen-vantreight"))
        .anyMatch(mention -> mention.contains("person:odile-marchetti"));

    new Upkeep(Nights.counting(out.toString(), "on", null)).rebuildState(spark, Nights.SILENT);
    RunReport again = Nights.run(spark, out, "2024-05-02", second);

    assertThat(again.counts())
        .containsEntry("read_for_actors", 0L)
        .as("snapshots are made of what changed")
        .containsKey("changed_paragraphs");
    assertThat(mentions(spark, out)).isEqualTo(mentions);

    RunReport untagged = Nights.runFacts(spark, out, "2024-05-02", "off", second);
    assertThat(untagged.counts()).containsEntry("read_for_actors", 2L);
    assertThat(untagged.warnings())
        .anyMatch(warning -> warning.startsWith("Not the same as on night 2024-05-01: tagger. "));
    assertThat(
            Nights.read(spark, out, Mentions.TABLE)
                .where(col("date").equalTo("2024-05-02"))
                .select(Mentions.ACTOR_ID)
                .collectAsList())
        .containsExactly(row("state:ARM"));
  }

  @Test
  void aLostPieceOfTheStateOnlyCostsTime(SparkSession spark) throws IOException {
    Path out = folder.resolve("out");
    Nights.run(spark, out, "2024-05-01", corpus("a.jsonl", "a", WIRE + " And left it at that."));
    List<Path> sets;
    try (Stream<Path> files = Files.walk(out.resolve("state/snapshots"))) {
      sets = files.filter(file -> file.endsWith("shingle_sets")).sorted().toList();
    }
    assertThat(sets).isNotEmpty();
    FileUtils.deleteDirectory(sets.get(0).toFile());

    RunReport next = Nights.run(spark, out, "2024-05-03", corpus("c.jsonl", "c", WIRE));

    assertThat(next.counts())
        .containsEntry("shingle_sets", 2L)
        .doesNotContainKey("changed_paragraphs");
  }

  private static List<String> mentions(SparkSession spark, Path warehouse) {
    return Nights.read(spark, warehouse, Mentions.TABLE).collectAsList().stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private Path corpus(String name, String id, String text) throws IOException {
    String article =
        """
        {"id": "%s", "source": "s", "published_at": "2024-05-01", "text": "%s"}
        """;
    return Files.writeString(folder.resolve(name), article.formatted(id, text), UTF_8);
  }
}
