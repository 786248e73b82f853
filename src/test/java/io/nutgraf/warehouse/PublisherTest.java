package io.nutgraf.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Table;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkExtension.class)
class PublisherTest {
  private static final LocalDate NIGHT = LocalDate.parse("2024-05-01");
  private static final List<Table> TABLES = List.of(ClusterMembers.TABLE, Originality.TABLE);

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
      CrashAt dies = new CrashAt(crash);
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

      new Recovery(warehouse).finishPublications();

      assertThat(rows(spark, warehouse))
          .as("recovered from a crash at %d", crash)
          .containsEntry("cluster_members", isBegun ? 5L : 3L)
          .containsEntry("originality", isBegun ? 5L : 3L);
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
      new Publisher(2, Duration.ZERO)
          .publish(spark, warehouse, lock, staged, "late", Map.of(), step -> {});
    }
    assertThat(folder.resolve("trash/run2")).doesNotExist();
    assertThat(folder.resolve("trash/late")).isDirectory();
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

    try (WarehouseLock lock = take(warehouse, "run")) {
      assertThatThrownBy(
              () ->
                  new Publisher(14, Duration.ZERO)
                      .publish(
                          spark,
                          warehouse,
                          lock,
                          staged,
                          "run",
                          Map.of("originality", 4L),
                          step -> {}))
          .hasMessageContainingAll("originality", "4 rows", "3 can be read back");
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

  /** Dies at the n-th step. */
  private static final class CrashAt implements Consumer<PublishStep> {
    private int left;

    CrashAt(int n) {
      this.left = n;
    }

    @Override
    public void accept(PublishStep step) {
      if (left-- == 0) {
        throw new IllegalStateException("died");
      }
    }
  }

  private void publish(
      SparkSession spark,
      Warehouse warehouse,
      String runId,
      LocalDate date,
      int rows,
      int keep,
      Consumer<PublishStep> watcher)
      throws IOException {
    StagedTables staged = stage(spark, warehouse, runId, date, rows);
    try (WarehouseLock lock = take(warehouse, runId)) {
      new Publisher(keep, Duration.ofDays(2))
          .publish(spark, warehouse, lock, staged, runId, Map.of(), watcher);
    }
  }

  private static StagedTables stage(
      SparkSession spark, Warehouse warehouse, String runId, LocalDate date, int rows) {
    StagedTables staged = new StagedTables(spark, warehouse, runId);
    staged.write(
        ClusterMembers.TABLE,
        date,
        frame(spark, ClusterMembers.TABLE, rows, i -> RowFactory.create("p" + i, "c", 1L, 1.0)));
    staged.write(
        Originality.TABLE,
        date,
        frame(spark, Originality.TABLE, rows, i -> RowFactory.create("a" + i, 7L, 7L, 0, 1.0)));
    return staged;
  }

  private static Dataset<Row> frame(
      SparkSession spark, Table table, int rows, java.util.function.IntFunction<Row> row) {
    return spark.createDataFrame(
        java.util.stream.IntStream.range(0, rows).mapToObj(row).toList(), table.schema());
  }

  private static Map<String, Long> rows(SparkSession spark, Warehouse warehouse)
      throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    for (Table table : TABLES) {
      rows.put(table.name(), new PublishedTables(spark, warehouse).newest(table).count());
    }
    return rows;
  }

  private static WarehouseLock take(Warehouse warehouse, String runId) throws IOException {
    return WarehouseLock.take(warehouse, runId, WarehouseLock.Stale.RESPECT);
  }
}
