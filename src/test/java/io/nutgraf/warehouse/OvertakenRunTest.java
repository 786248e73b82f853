package io.nutgraf.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Originality;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that slept while it published, and wakes when another has its warehouse. */
@ExtendWith(SparkExtension.class)
class OvertakenRunTest {
  private static final LocalDate NIGHT = LocalDate.parse("2024-05-01");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = PublishStep.class,
      names = {"PREPARED", "MOVED", "COMMITTED"})
  void whatTheOtherPublishedStays(PublishStep asleep, SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    publish(spark, warehouse, "first", NIGHT, step -> {});
    boolean[] hasSlept = {false};
    Consumer<PublishStep> sleeps =
        step -> {
          if (step == asleep && !hasSlept[0]) {
            hasSlept[0] = true;
            overtake(spark, warehouse);
          }
        };

    assertThatThrownBy(() -> publish(spark, warehouse, "slow", NIGHT.plusDays(1), sleeps))
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("publishes nothing any more");

    assertThat(hasSlept).containsExactly(true);
    assertThat(warehouse.manifest().runId()).isEqualTo("fast");
    assertThat(warehouse.manifest().nights(Originality.TABLE).keySet())
        .as("the run that took over finished what the other had begun")
        .containsExactly(NIGHT, NIGHT.plusDays(1), NIGHT.plusDays(2));
    assertThat(folder.resolve("control/CURRENT"))
        .content()
        .isEqualTo(Manifests.pointer(warehouse.manifest()));
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
  }

  @Test
  void whatWasPreparedBeforeAnotherRunPublishedIsNotFinished(SparkSession spark)
      throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    publish(spark, warehouse, "first", NIGHT, step -> {});
    Manifest first = warehouse.manifest();
    publish(spark, warehouse, "fast", NIGHT.plusDays(1), step -> {});
    Manifest second = warehouse.manifest();
    Manifest late = first.next("slow", second.publishedAt(), List.of(), List.of(), List.of());
    new Journal(warehouse).prepare(new Publication("slow", List.of(), late));

    assertThat(new Recovery(warehouse).finishPublications()).isEmpty();

    assertThat(warehouse.manifest()).isEqualTo(second);
    assertThat(folder.resolve("control/journal/slow.json")).doesNotExist();
  }

  @Test
  void readersAreNeverSentBackToAnOlderManifest(SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    publish(spark, warehouse, "first", NIGHT, step -> {});
    Manifest first = warehouse.manifest();
    publish(spark, warehouse, "second", NIGHT.plusDays(1), step -> {});

    new Manifests(warehouse).point(first);

    assertThat(folder.resolve("control/CURRENT")).content().isEqualTo("manifests/00000002.json\n");
  }

  /** As a run started with --break-lock would, once the heart is silent. */
  private void overtake(SparkSession spark, Warehouse warehouse) {
    try {
      Files.delete(folder.resolve("control/lock"));
      StagedTables staged = stage(spark, warehouse, "fast", NIGHT.plusDays(2));
      try (WarehouseLock lock = take(warehouse, "fast")) {
        new Recovery(warehouse).finishPublications();
        publish(spark, warehouse, lock, staged, "fast", step -> {});
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void publish(
      SparkSession spark,
      Warehouse warehouse,
      String runId,
      LocalDate date,
      Consumer<PublishStep> watcher)
      throws IOException {
    StagedTables staged = stage(spark, warehouse, runId, date);
    try (WarehouseLock lock = take(warehouse, runId)) {
      publish(spark, warehouse, lock, staged, runId, watcher);
    }
  }

  private static void publish(
      SparkSession spark,
      Warehouse warehouse,
      WarehouseLock lock,
      StagedTables staged,
      String runId,
      Consumer<PublishStep> watcher)
      throws IOException {
    new Publisher(14, Duration.ofDays(2)).publish(spark, warehouse, lock, staged, runId, watcher);
  }

  private static StagedTables stage(
      SparkSession spark, Warehouse warehouse, String runId, LocalDate date) {
    StagedTables staged = new StagedTables(spark, warehouse, runId);
    staged.write(
        Originality.TABLE,
        date,
        spark.createDataFrame(
            List.of(RowFactory.create("a", 7L, 7L, 0, 1.0)), Originality.TABLE.schema()));
    return staged;
  }

  private static WarehouseLock take(Warehouse warehouse, String runId) throws IOException {
    return WarehouseLock.take(warehouse, runId, WarehouseLock.Stale.RESPECT);
  }
}
