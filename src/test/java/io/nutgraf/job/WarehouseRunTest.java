package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever ends a run, its run.json tells. */
@ExtendWith(SparkExtension.class)
class WarehouseRunTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final RunReport report =
      new RunReport(RunIds.next("test"), LocalDate.of(2024, 5, 1), Map.of(), Versions.all());

  @TempDir private Path folder;

  @Test
  void anErrorIsToldLikeAnyFailureAndGoesOn(SparkSession spark) throws IOException {
    assertThatThrownBy(
            () ->
                run(
                    spark,
                    (warehouse, lock) -> {
                      throw new OutOfMemoryError("Java heap space");
                    }))
        .isInstanceOf(OutOfMemoryError.class);

    JsonNode told = told(report.runId());
    assertThat(told.path("status").asText()).isEqualTo("failed");
    assertThat(told.path("message").asText()).contains("Java heap space", "NUTGRAF_MEMORY");
    assertThat(runFolder(report.runId()).resolve("report.html")).content().contains("failed");
    assertThat(report.status()).isEqualTo("failed");
    assertThat(RunMetrics.format(report)).contains("nutgraf_run_success 0");
    assertThat(folder.resolve("control/lock")).doesNotExist();
  }

  @Test
  void theFirstCauseIsKeptWhereTheEndCannotBeWritten(SparkSession spark) {
    Path own = runFolder(report.runId());

    assertThatThrownBy(
            () ->
                run(
                    spark,
                    (warehouse, lock) -> {
                      Files.delete(own.resolve("run.json"));
                      Files.delete(own);
                      Files.writeString(own, "in the way", UTF_8);
                      throw new IllegalStateException("first");
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("first")
        .satisfies(
            failure ->
                assertThat(failure.getSuppressed())
                    .hasSize(1)
                    .hasOnlyElementsOfType(IOException.class));
    assertThat(report.status()).isEqualTo("failed");
  }

  @Test
  void aRunThatCannotWriteItsEndHasPublishedAndGivesTheLockBack(SparkSession spark)
      throws IOException {
    Path own = runFolder(report.runId());

    assertThatThrownBy(
            () ->
                run(
                    spark,
                    (warehouse, lock) -> {
                      Files.delete(own.resolve("run.json"));
                      Files.createDirectories(own.resolve("run.json/in-the-way"));
                    }))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(report.status()).isEqualTo("published");
    assertThat(folder.resolve("control/lock")).doesNotExist();
  }

  @Test
  void runsKilledBeforeTheyHadTheLockAreClosedAndThoseThatAskForItAreNot(SparkSession spark)
      throws IOException {
    leave("20240501T000000Z-night-2024-05-01-aaaaaaaa", "running", Duration.ofMinutes(4));
    leave("20240501T000001Z-night-2024-05-01-bbbbbbbb", "running", Duration.ofSeconds(1));
    leave("20240501T000002Z-night-2024-05-01-cccccccc", "failed", Duration.ofMinutes(4));
    Path broken = runFolder("20240501T000003Z-night-2024-05-01-dddddddd");
    Files.createDirectories(broken);
    Files.writeString(broken.resolve("run.json"), "{\"status\" : \"runn", UTF_8);

    run(spark, (warehouse, lock) -> {});

    JsonNode killed = told("20240501T000000Z-night-2024-05-01-aaaaaaaa");
    assertThat(killed.path("status").asText()).isEqualTo("died");
    assertThat(killed.path("message").asText()).contains("nothing of it is published");
    assertThat(status("20240501T000001Z-night-2024-05-01-bbbbbbbb")).isEqualTo("running");
    assertThat(status("20240501T000002Z-night-2024-05-01-cccccccc")).isEqualTo("failed");
    assertThat(status(report.runId())).isEqualTo("published");
  }

  @Test
  void onlyTheNewestRunsAreLookedAt(SparkSession spark) throws IOException {
    String oldest = "20200101T000000Z-night-2020-01-01-aaaaaaaa";
    leave(oldest, "running", Duration.ofDays(1));
    for (int i = 0; i < 30; i++) {
      leave("20240501T0000%02dZ-night-2024-05-01-aaaaaaaa".formatted(i), "failed", Duration.ZERO);
    }

    run(spark, (warehouse, lock) -> {});

    assertThat(status(oldest)).isEqualTo("running");
  }

  private void run(SparkSession spark, WarehouseRun.Work work) {
    new WarehouseRun(spark, Nights.counting(folder.toString(), "off", null)).run(report, work);
  }

  private void leave(String runId, String status, Duration age) throws IOException {
    Files.createDirectories(runFolder(runId));
    Files.writeString(
        runFolder(runId).resolve("run.json"),
        "{\"status\" : \"%s\", \"started_at\" : \"%s\"}"
            .formatted(status, Instant.now().minus(age)),
        UTF_8);
  }

  private String status(String runId) throws IOException {
    return told(runId).path("status").asText();
  }

  private JsonNode told(String runId) throws IOException {
    return JSON.readTree(runFolder(runId).resolve("run.json").toFile());
  }

  private Path runFolder(String runId) {
    return folder.resolve("runs").resolve(runId);
  }
}
