package io.nutgraf.job;

import static io.nutgraf.testing.Frames.row;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class NightTest {
  private static final Path SEED = Path.of("../shared/data/seed_article.txt");

  @TempDir private Path folder;

  @Test
  void theSeedArticleHasEightRepeatedClusters(SparkSession spark) {
    assumeThat(SEED).as("the shared data are absent").exists();

    Nights.run(spark, folder.resolve("out"), "2024-05-01", SEED);

    assertThat(read(spark, Paragraphs.TABLE).count()).isEqualTo(17);
    assertThat(read(spark, Texts.TABLE).count()).isEqualTo(9);
    assertThat(read(spark, Clusters.TABLE).groupBy(Clusters.REUSE_KIND).count().collectAsList())
        .containsExactly(row("repeated", 8L));
  }

  @Test
  void aNightRunAgainIsReplacedAndACorrectedArticleLeavesTheSnapshots(SparkSession spark)
      throws IOException {
    Path first = corpus("first.jsonl", article("a", "Old words of the first version."));
    Path second = corpus("second.jsonl", article("b", "Words that both nights print here."));
    Path third =
        corpus(
            "third.jsonl",
            article("a", "Words that both nights print here."),
            article("c", "Only here."));
    Path out = folder.resolve("out");

    Nights.runFacts(spark, out, "2024-05-01", "on", first);
    Nights.runFacts(spark, out, "2024-05-02", "on", first);
    Nights.runFacts(spark, out, "2024-05-02", "on", second);
    Nights.run(spark, out, "2024-05-03", third);

    assertThat(read(spark, Articles.TABLE).select("date", "article_id").collectAsList())
        .extracting(Object::toString)
        .containsExactlyInAnyOrder(
            "[2024-05-01,a]", "[2024-05-02,b]", "[2024-05-03,a]", "[2024-05-03,c]");
    assertThat(
            read(spark, Clusters.TABLE)
                .where(col("date").equalTo("2024-05-03"))
                .select(Clusters.OCCURRENCES, Clusters.ARTICLES, Clusters.FIRST_ARTICLE_ID)
                .collectAsList())
        .containsExactly(row(2L, 2L, "a"));
    assertThat(read(spark, Originality.TABLE).where(col("date").equalTo("2024-05-03")).count())
        .isEqualTo(3);
  }

  @Test
  void nothingButTablesIsLeftAndTheReportTellsTheEnd(SparkSession spark) throws IOException {
    Path out = folder.resolve("out");
    RunReport report =
        Nights.run(
            spark, out, "2024-05-01", corpus("a.jsonl", "{\"id\": 1", article("a", "Text.")));

    assertThat(children(out)).contains("runs", "tables");
    assertThat(out.resolve("work").resolve(report.runId())).doesNotExist();
    assertThat(children(out.resolve("tables")))
        .containsExactlyInAnyOrderElementsOf(Tables.PUBLISHED.stream().map(Table::name).toList());
    JsonNode run = new ObjectMapper().readTree(Path.of(report.runFile()).toFile());
    assertThat(run.get("status").asText()).isEqualTo("published");
    assertThat(run.get("counts").get("read").asLong()).isEqualTo(2);
    assertThat(run.get("counts").get("quarantined").asLong()).isEqualTo(1);
    assertThat(run.get("gates").get("reconciliation").asText()).startsWith("passed");
  }

  @Test
  void aNightWithoutInputPublishesNothingAndSaysSo(SparkSession spark) throws IOException {
    Path out = folder.resolve("out");

    assertThatThrownBy(() -> Nights.run(spark, out, "2024-05-01", folder.resolve("absent.jsonl")))
        .isInstanceOfSatisfying(
            NightException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.INPUT_MISSING))
        .hasMessageContaining("absent.jsonl");

    assertThat(out.resolve("tables")).doesNotExist();
    Path run = out.resolve("runs").resolve(children(out.resolve("runs")).get(0));
    assertThat(run.resolve("run.json")).content().contains("\"input_missing\"");
  }

  private org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> read(
      SparkSession spark, Table table) {
    return Nights.read(spark, folder.resolve("out"), table);
  }

  private Path corpus(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines), UTF_8);
  }

  private static String article(String id, String text) {
    return "{\"id\": \"%s\", \"source\": \"s-%s\", \"published_at\": \"2024-05-01\", \"text\": \"%s\"}"
        .formatted(id, id, text);
  }

  private static List<String> children(Path parent) throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
