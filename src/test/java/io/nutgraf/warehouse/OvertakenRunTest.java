package io.nutgraf.warehouse;

import static io.nutgraf.testing.TwoTables.NIGHT;
import static io.nutgraf.testing.TwoTables.publish;
import static io.nutgraf.testing.TwoTables.stage;
import static io.nutgraf.testing.TwoTables.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Originality;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that slept while it published, and wakes when another has its warehouse. */
@ExtendWith(SparkExtension.class)
class OvertakenRunTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(
      value = PublishStep.class,
      names = {"PREPARED", "MOVED", "COMMITTED"})
  void whatTheOtherPublishedStays(PublishStep asleep, SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    publish(spark, warehouse, "first", NIGHT, 1);
    boolean[] hasSlept = {false};
    Consumer<PublishStep> sleeps =
        step -> {
          if (step == asleep && !hasSlept[0]) {
            hasSlept[0] = true;
            overtake(spark, warehouse);
          }
        };

    assertThatThrownBy(() -> publish(spark, warehouse, "slow", NIGHT.plusDays(1), 1, 14, sleeps))
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
    publish(spark, warehouse, "first", NIGHT, 1);
    Manifest first = warehouse.manifest();
    publish(spark, warehouse, "fast", NIGHT.plusDays(1), 1);
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
    publish(spark, warehouse, "first", NIGHT, 1);
    Manifest first = warehouse.manifest();
    publish(spark, warehouse, "second", NIGHT.plusDays(1), 1);

    new Manifests(warehouse).point(first);

    assertThat(folder.resolve("control/CURRENT")).content().isEqualTo("manifests/00000002.json\n");
  }

  /** As a run started with --break-lock would, once the heart is silent. */
  private void overtake(SparkSession spark, Warehouse warehouse) {
    try {
      Files.delete(folder.resolve("control/lock"));
      StagedTables staged = stage(spark, warehouse, "fast", NIGHT.plusDays(2), 1);
      try (WarehouseLock lock = take(warehouse, "fast")) {
        new Recovery(warehouse).finishPublications();
        new Publisher(14, Duration.ofDays(2))
            .publish(spark, warehouse, lock, staged, "fast", step -> {});
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
