package io.nutgraf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is missing for a sink is said before the long steps. */
@ExtendWith(SparkExtension.class)
class SinkTest {
  private static final String CATALOG = "spark.sql.catalog.lake";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** The command takes the session that is there. */
  @BeforeAll
  static void start(SparkSession spark) {
    assertThat(spark.conf().contains(CATALOG)).isFalse();
  }

  @Test
  void withoutIcebergTheSettingsToAddAreNamed() throws IOException {
    assertThat(run("--sink", "iceberg", "--iceberg-namespace", "lake.news")).isEqualTo(2);

    assertThat(err.toString())
        .contains("--sink iceberg needs Iceberg and its catalog lake. Give spark-submit")
        .contains("--packages org.apache.iceberg:iceberg-spark-runtime-4.1_2.13:")
        .contains("--conf spark.sql.catalog.lake=org.apache.iceberg.spark.SparkCatalog")
        .contains("--conf spark.sql.extensions=org.apache.iceberg.spark.extensions.Iceberg")
        .contains("without the Iceberg runtime; spark.sql.catalog.lake is not set");
    assertNothingWasMade();
  }

  @Test
  void aCatalogWithoutTheRuntimeIsNotEnough(SparkSession spark) throws IOException {
    spark.conf().set(CATALOG, "org.apache.iceberg.spark.SparkCatalog");
    try {
      assertThat(run("--sink", "iceberg", "--iceberg-namespace", "lake.news")).isEqualTo(2);
    } finally {
      spark.conf().unset(CATALOG);
    }

    assertThat(err.toString())
        .contains("without the Iceberg runtime")
        .contains("spark.sql.catalog.lake is org.apache.iceberg.spark.SparkCatalog");
    assertNothingWasMade();
  }

  @Test
  void aSinkThatThereIsNotAndOneWithoutAPlaceAreWrongUsage() {
    assertThat(run("--sink", "delta")).isEqualTo(2);
    assertThat(err.toString()).contains("--sink is delta; give one of [parquet, iceberg]");

    assertThat(run("--sink", "iceberg")).isEqualTo(2);
    assertThat(err.toString()).contains("--iceberg-namespace is null; give a catalog");
  }

  private void assertNothingWasMade() throws IOException {
    Path warehouse = folder.resolve("out");
    assertThat(warehouse.resolve("tables")).doesNotExist();
    assertThat(warehouse.resolve("work")).doesNotExist();
    try (Stream<Path> runs = Files.list(warehouse.resolve("runs"))) {
      assertThat(runs.findFirst().orElseThrow().resolve("run.json"))
          .content()
          .contains("\"status\" : \"failed\"", "needs Iceberg");
    }
  }

  private int run(String... more) {
    List<String> arguments = new ArrayList<>();
    try {
      Path news =
          Files.writeString(
              folder.resolve("news.jsonl"), "{\"id\": \"a\", \"text\": \"News.\"}\n", UTF_8);
      arguments.addAll(List.of("run", "--input", news.toString(), "--date", "2024-05-01"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    arguments.addAll(List.of("--warehouse", folder.resolve("out").toString()));
    arguments.addAll(List.of(more));
    return Nutgraf.execute(
        new PrintWriter(new StringWriter(), true),
        new PrintWriter(err, true),
        arguments.toArray(String[]::new));
  }
}
