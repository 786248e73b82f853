package io.nutgraf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.CanaryFileSystem;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A secret that somebody gave where none belongs is in nothing that a run leaves. */
@ExtendWith(SparkExtension.class)
class SecretCanaryTest {
  private static final String CANARY = "CANARYf00d";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void aPasswordInTheInputIsInNothingThatIsPublished(SparkSession spark) throws IOException {
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set(CanaryFileSystem.SETTING, CanaryFileSystem.class.getName());
    Path news =
        Files.write(
            folder.resolve("news.jsonl"),
            List.of("{\"id\": \"a\", \"text\": \"One paragraph of news.\"}", "{\"id\": "),
            UTF_8);
    Path config =
        Files.writeString(
            folder.resolve("night.conf"),
            "input = \"canary://key:%s@host%s\"\n".formatted(CANARY, news),
            UTF_8);
    Path metrics = folder.resolve("nutgraf.prom");

    int exitCode =
        run("--config", config.toString(), "--tagger", "off", "--metrics-file", metrics.toString());

    assertThat(exitCode).as(err.toString()).isZero();
    assertThat(out.toString()).contains("quarantined 1").doesNotContain(CANARY);
    assertThat(err.toString()).doesNotContain(CANARY);
    assertThat(metrics).content().contains("nutgraf_run_success 1").doesNotContain(CANARY);
    assertThat(reports()).contains("canary://*********(redacted)@host").doesNotContain(CANARY);
    String tables = folder.resolve("out/tables").toString();
    assertThat(spark.read().parquet(tables + "/quarantine").collectAsList().toString())
        .contains("canary://*********(redacted)@host")
        .doesNotContain(CANARY);
    assertThat(spark.read().parquet(tables + "/runs").collectAsList().toString())
        .contains("canary://*********(redacted)@host")
        .doesNotContain(CANARY);
  }

  @Test
  void aStoreThatIsNotThereIsNamedWithoutItsKey() throws IOException {
    int exitCode = run("--input", "s3a://key:" + CANARY + "@bucket/x");

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).contains("Failed").doesNotContain(CANARY);
    assertThat(out.toString()).doesNotContain(CANARY);
    assertThat(reports()).contains("\"status\" : \"failed\"").doesNotContain(CANARY);
  }

  @Test
  void missingInputIsNamedWithoutItsPassword(SparkSession spark) throws IOException {
    spark
        .sparkContext()
        .hadoopConfiguration()
        .set(CanaryFileSystem.SETTING, CanaryFileSystem.class.getName());

    int exitCode = run("--input", "canary://key:" + CANARY + "@host" + folder + "/absent.jsonl");

    assertThat(exitCode).isEqualTo(5);
    assertThat(err.toString()).contains("absent.jsonl").doesNotContain(CANARY);
    assertThat(reports()).contains("\"status\" : \"input_missing\"").doesNotContain(CANARY);
  }

  @Test
  void wrongUsageQuotesNoSecret() {
    assertThat(run("--input", "in", "--max-drop", "s3a://key:" + CANARY + "@bucket")).isEqualTo(2);
    assertThat(err.toString()).contains("--max-drop").doesNotContain(CANARY);
  }

  @Test
  void aKeyThatDoesNotBelongIntoTheConfigurationIsNamedWithoutItsValue() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("night.conf"), "fs.s3a.secret.key = \"%s\"\n".formatted(CANARY), UTF_8);

    assertThat(run("--config", config.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("unknown key \"fs\"").doesNotContain(CANARY);
  }

  private int run(String... more) {
    String[] first = {
      "run", "--warehouse", folder.resolve("out").toString(), "--date", "2024-05-01"
    };
    return Nutgraf.execute(
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new));
  }

  /** All run.json and report.html. */
  private String reports() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("out/runs"))) {
      return files
          .filter(Files::isRegularFile)
          .map(
              file -> {
                try {
                  return Files.readString(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .collect(Collectors.joining("\n"));
    }
  }
}
