package io.nutgraf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Originality;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nights as a schedule starts them: what is published, and what the exit code says. */
@ExtendWith(SparkExtension.class)
class NightsCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aFailedCheckPublishesNothingAndEndsWithThree(SparkSession spark) throws IOException {
    news("2024-05-01", 4);
    assertThat(run("--date", "2024-05-01", "--snapshots", "false")).isZero();
    news("2024-05-02", 2);

    assertThat(run("--date", "2024-05-02", "--snapshots", "false", "--min-articles", "3"))
        .isEqualTo(3);

    assertThat(err.toString())
        .contains("nothing of night 2024-05-02 is published")
        .contains("min_articles: 2 articles, at least 3 wanted");
    assertThat(nights(spark)).containsExactly("2024-05-01");
    JsonNode report = newestReport();
    assertThat(report.get("status").asText()).isEqualTo("gate_failed");
    assertThat(report.get("gates").get("min_articles").asText()).startsWith("failed: 2 articles");
    assertThat(report.get("gates").get("reconciliation").asText()).startsWith("passed: read 2");
  }

  @Test
  void aNightFarBelowTheUsualIsNotPublished(SparkSession spark) throws IOException {
    news("2024-05-01", 4);
    news("2024-05-02", 4);
    news("2024-05-03", 4);
    news("2024-05-04", 1);
    assertThat(runAll("2024-05-01", "2024-05-03", "--snapshots", "false")).isZero();

    assertThat(run("--date", "2024-05-04", "--snapshots", "false", "--max-drop", "0.7"))
        .isEqualTo(3);

    assertThat(err.toString()).contains("max_drop: 1 articles, the median of 3 nights before is 4");
    assertThat(nights(spark)).containsExactly("2024-05-01", "2024-05-02", "2024-05-03");
  }

  @Test
  void whereThatIsAllowedANightMayHaveNoArticles(SparkSession spark) throws IOException {
    news("2024-05-01", 0);
    news("2024-05-02", 2);
    news("2024-05-03", 0);
    assertThat(run("--date", "2024-05-01")).isEqualTo(3);
    assertThat(run("--date", "2024-05-01", "--min-articles", "0")).isZero();

    assertThat(runAll("2024-05-01", "2024-05-03", "--min-articles", "0", "--max-drop", "1"))
        .isZero();

    assertThat(nights(spark)).containsExactly("2024-05-02");
    assertThat(
            Nights.read(spark, folder.resolve("out"), Originality.TABLE)
                .where("date = '2024-05-03'")
                .count())
        .isEqualTo(2);
  }

  @Test
  void ofSeveralNightsEachHasItsOwnInputAndTheLastMakesTheSnapshots(SparkSession spark)
      throws IOException {
    news("2024-05-01", 1);
    news("2024-05-02", 2);

    assertThat(runAll("2024-05-01", "2024-05-02")).isZero();

    assertThat(
            Nights.read(spark, folder.resolve("out"), Articles.TABLE)
                .groupBy("date")
                .count()
                .selectExpr("concat(date, ' ', count)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("2024-05-01 1", "2024-05-02 2");
    assertThat(folder.resolve("out/tables/clusters").toFile().list())
        .containsExactly("date=2024-05-02");
    assertThat(out.toString())
        .contains("Only the facts", "/clusters/date=2024-05-02/*.parquet'")
        .contains("Most copied paragraphs", "quoted in the page", "2024-05-01")
        .doesNotContain("/clusters/*/", "France met");
  }

  @Test
  void whereOneOfThemFailsItSaysWhatIsPublishedAndWhereToGoOn(SparkSession spark)
      throws IOException {
    news("2024-05-01", 1);
    news("2024-05-03", 1);

    assertThat(runAll("2024-05-01", "2024-05-03")).isEqualTo(5);

    assertThat(err.toString())
        .contains("2024-05-02.jsonl")
        .contains("Nights 2024-05-01 to 2024-05-01 are published, without snapshots")
        .contains("Go on with --from 2024-05-02 --to 2024-05-03");
    assertThat(nights(spark)).containsExactly("2024-05-01");
    assertThat(folder.resolve("out/tables").toFile().list())
        .contains(Articles.TABLE.name())
        .doesNotContain(Clusters.TABLE.name());
  }

  private int runAll(String from, String to, String... more) {
    List<String> all = new ArrayList<>(List.of("--from", from, "--to", to));
    all.addAll(List.of(more));
    return run(all.toArray(String[]::new));
  }

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--input",
                folder.resolve("{date}.jsonl").toString(),
                "--warehouse",
                folder.resolve("out").toString(),
                "--tagger",
                "off"));
    arguments.addAll(List.of(more));
    return Nutgraf.execute(
        new PrintWriter(out, true), new PrintWriter(err, true), arguments.toArray(String[]::new));
  }

  private void news(String date, int articles) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < articles; i++) {
      lines.append(
          """
          {"id": "%1$s-%2$d", "source": "%1$s", "published_at": "%1$s", "text": "France met Peru %2$d."}
          """
              .formatted(date, i));
    }
    Files.writeString(folder.resolve(date + ".jsonl"), lines, UTF_8);
  }

  private List<String> nights(SparkSession spark) {
    return Nights.read(spark, folder.resolve("out"), Articles.TABLE)
        .selectExpr("cast(date as string)")
        .distinct()
        .orderBy("date")
        .as(Encoders.STRING())
        .collectAsList();
  }

  private JsonNode newestReport() throws IOException {
    try (Stream<Path> runs = Files.list(folder.resolve("out/runs"))) {
      Path newest = runs.max(Comparator.naturalOrder()).orElseThrow();
      return new ObjectMapper().readTree(newest.resolve("run.json").toFile());
    }
  }
}
