package io.nutgraf.testing;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Table;
import io.nutgraf.warehouse.Manifest;
import io.nutgraf.warehouse.PublishStep;
import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Two snapshots of a few rows, published without what a night does before. */
public final class TwoTables {
  public static final LocalDate NIGHT = LocalDate.parse("2024-05-01");
  private static final List<Table> TABLES = List.of(ClusterMembers.TABLE, Originality.TABLE);

  private TwoTables() {}

  /** Dies at the n-th step, counted from 0. */
  public static final class DiesAt implements Consumer<PublishStep> {
    private int left;

    public DiesAt(int n) {
      this.left = n;
    }

    @Override
    public void accept(PublishStep step) {
      if (left-- == 0) {
        throw new IllegalStateException("died");
      }
    }
  }

  /** Publishes both with so many rows. */
  public static void publish(
      SparkSession spark, Warehouse warehouse, String runId, LocalDate date, int rows)
      throws IOException {
    publish(spark, warehouse, runId, date, rows, 14, step -> {});
  }

  /** The same, and so many snapshots stay, and somebody watches. */
  public static void publish(
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
          .publish(spark, warehouse, lock, staged, runId, watcher);
    }
  }

  public static StagedTables stage(
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
      SparkSession spark, Table table, int rows, IntFunction<Row> row) {
    return spark.createDataFrame(IntStream.range(0, rows).mapToObj(row).toList(), table.schema());
  }

  /** How many rows the newest snapshot of each has. */
  public static Map<String, Long> rows(SparkSession spark, Warehouse warehouse) throws IOException {
    Map<String, Long> rows = new TreeMap<>();
    for (Table table : TABLES) {
      rows.put(table.name(), new PublishedTables(spark, warehouse).newest(table).count());
    }
    return rows;
  }

  public static WarehouseLock take(Warehouse warehouse, String runId) throws IOException {
    return WarehouseLock.take(warehouse, runId, WarehouseLock.Stale.RESPECT);
  }

  /** Of all files that a manifest lists; no two runs give the same. */
  public static Set<String> fileNames(Manifest manifest) {
    return manifest.files().keySet().stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .collect(Collectors.toSet());
  }

  /** Names of the Parquet files in a folder, however deep. */
  public static List<String> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".parquet"))
          .toList();
    }
  }

  /** Copies a warehouse as it stands. */
  public static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /** Deletes a folder with all in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
