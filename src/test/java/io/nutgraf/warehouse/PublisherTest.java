package io.nutgraf.warehouse;

import static io.nutgraf.testing.TwoTables.NIGHT;
import static io.nutgraf.testing.TwoTables.delete;
import static io.nutgraf.testing.TwoTables.fileNames;
import static io.nutgraf.testing.TwoTables.filesBelow;
import static io.nutgraf.testing.TwoTables.publish;
import static io.nutgraf.testing.TwoTables.rows;
import static io.nutgraf.testing.TwoTables.stage;
import static io.nutgraf.testing.TwoTables.take;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Originality;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.testing.TwoTables.DiesAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkExtension.class)
class PublisherTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aCrashAtAnyStepLeavesTheNightBeforeOrTheNewOneWhole(Layout layout, SparkSession spark)
      throws IOException {
    Warehouse known = new Warehouse(spark, folder.resolve("steps").toString(), layout);
    publish(spark, known, "first", NIGHT, 3, 14, step -> {});
    List<PublishStep> steps = new ArrayList<>();
    publish(spark, known, "second", NIGHT, 5, 14, steps::add);
    assertThat(steps).startsWith(PublishStep.AUDITED).endsWith(PublishStep.DONE);

    for (int crash = 0; crash < steps.size(); crash++) {
      Warehouse warehouse =
          new Warehouse(spark, folder.resolve("crash" + crash).toString(), layout);
      publish(spark, warehouse, "first", NIGHT, 3, 14, step -> {});
      Set<String> replaced = fileNames(warehouse.manifest());
      DiesAt dies = new DiesAt(crash);
      assertThatThrownBy(() -> publish(spark, warehouse, "second", NIGHT, 5, 14, dies))
          .hasMessage("died");
      boolean isBegun = steps.subList(0, crash + 1).contains(PublishStep.PREPARED);
      boolean isCommitted = steps.subList(0, crash + 1).contains(PublishStep.COMMITTED);
      if (!isBegun || layout == Layout.RUN_FOLDERS) {
        assertThat(rows(spark, warehouse))
            .as("crash at %d", crash)
            .containsOnlyKeys("cluster_members", "originality")
            .containsValue(isCommitted ? 5L : 3L);
      }
      // Where nights are replaced by renames, readers may now miss some; no file is lost.
      assertThat(filesBelow(folder.resolve("crash" + crash)))
          .as("files after a crash at %d", crash)
          .containsAll(replaced);

      new Recovery(warehouse).finishPublications();

      assertThat(rows(spark, warehouse))
          .as("recovered from a crash at %d", crash)
          .containsEntry("cluster_members", isBegun ? 5L : 3L)
          .containsEntry("originality", isBegun ? 5L : 3L);
      if (layout == Layout.NIGHTS) {
        assertThat(filesBelow(folder.resolve("crash" + crash + "/tables")))
            .as("what a glob reads after that")
            .containsExactlyInAnyOrderElementsOf(fileNames(warehouse.manifest()));
      }
      assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
      publish(spark, warehouse, "third", NIGHT, 2, 14, step -> {});
      assertThat(rows(spark, warehouse)).containsEntry("originality", 2L);
      assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
      assertThat(folder.resolve("crash" + crash + "/work")).doesNotExist();
    }
  }

  @Test
  void replacedFoldersStayAWhileAndOldSnapshotsGo(SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    for (int day = 0; day < 4; day++) {
      publish(spark, warehouse, "run" + day, NIGHT.plusDays(day), day + 1, 2, step -> {});
    }

    assertThat(warehouse.manifest().nights(Originality.TABLE).keySet())
        .containsExactly(NIGHT.plusDays(2), NIGHT.plusDays(3));
    assertThat(folder.resolve("trash/run2/originality/date=2024-05-01")).isDirectory();
    assertThat(folder.resolve("tables/originality/date=2024-05-01")).doesNotExist();
    assertThat(folder.resolve("control/CURRENT")).content().isEqualTo("manifests/00000004.json\n");

    StagedTables staged = stage(spark, warehouse, "late", NIGHT.plusDays(3), 9);
    try (WarehouseLock lock = take(warehouse, "late")) {
      new Publisher(2, Duration.ZERO).publish(spark, warehouse, lock, staged, "late", step -> {});
    }
    assertThat(folder.resolve("trash/run2")).doesNotExist();
    assertThat(folder.resolve("trash/late")).isDirectory();
  }

  @Test
  void aLostFolderIsReplacedByRunningAgain(SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    publish(spark, warehouse, "first", NIGHT.minusDays(1), 1, 14, step -> {});
    publish(spark, warehouse, "second", NIGHT, 3, 14, step -> {});
    // One that is to be replaced, and one that is to be dropped.
    delete(folder.resolve("tables/originality/date=2024-05-01"));
    delete(folder.resolve("tables/originality/date=2024-04-30"));
    assertThat(new VerifyFiles(spark, warehouse).apply().faults())
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.what()).contains("cannot be read"));

    publish(spark, warehouse, "third", NIGHT, 5, 1, step -> {});

    assertThat(rows(spark, warehouse)).containsEntry("originality", 5L);
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
    assertThat(folder.resolve("trash/third/originality")).doesNotExist();
    assertThat(folder.resolve("trash/third/cluster_members/date=2024-05-01")).isDirectory();
  }

  @Test
  void aFolderThatNobodyPublishedGivesWayToTheNight(SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    Path stranger = folder.resolve("tables/originality/date=2024-05-01/x.parquet");
    Files.createDirectories(stranger.getParent());
    Files.createFile(stranger);

    publish(spark, warehouse, "run", NIGHT, 3, 14, step -> {});

    assertThat(rows(spark, warehouse)).containsEntry("originality", 3L);
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
    assertThat(folder.resolve("trash/run/originality/date=2024-05-01/x.parquet")).exists();
  }

  @Test
  void aTableThatLostRowsIsNotPublished(SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    StagedTables staged = stage(spark, warehouse, "run", NIGHT, 3);
    Path made = folder.resolve("work/run/originality/date=2024-05-01");
    try (Stream<Path> files = Files.list(made)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }

    try (WarehouseLock lock = take(warehouse, "run")) {
      assertThatThrownBy(
              () ->
                  new Publisher(14, Duration.ZERO)
                      .publish(spark, warehouse, lock, staged, "run", step -> {}))
          .hasMessageContainingAll("originality", "3 rows", "0 can be read back");
    }
    assertThat(folder.resolve("tables")).doesNotExist();
  }

  @Test
  void oneFlippedByteIsFoundAndSoIsAFileThatNobodyPublished(SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    publish(spark, warehouse, "run", NIGHT, 5000, 14, step -> {});
    Path file;
    try (Stream<Path> files = Files.list(folder.resolve("tables/originality/date=2024-05-01"))) {
      file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 4] ^= 1;
    Files.write(file, bytes);
    // Hadoop's own checksum would find it too, but travels with no copy.
    Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
    Path stranger = Files.write(file.resolveSibling("stranger.parquet"), bytes);

    assertThat(new VerifyFiles(spark, warehouse).apply().faults())
        .extracting(VerifyFiles.Fault::what)
        .satisfiesExactlyInAnyOrder(
            what -> assertThat(what).containsAnyOf("has changed: SHA-256", "cannot be read"),
            what -> assertThat(what).isEqualTo("is in no manifest"));
    Files.delete(stranger);
    assertThatThrownBy(
            () -> new PublishedTables(spark, warehouse).newest(Originality.TABLE).collectAsList())
        .hasStackTraceContaining("CRC");
  }
}
