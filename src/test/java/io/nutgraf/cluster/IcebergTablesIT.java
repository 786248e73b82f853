package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Table;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.IcebergNamespace;
import io.nutgraf.warehouse.IcebergTables;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Iceberg tables that follow a small warehouse, whatever happens to either. */
@ExtendWith(SparkExtension.class)
class IcebergTablesIT {
  private static final LocalDate FIRST = LocalDate.of(2024, 5, 1);

  @TempDir private Path folder;
  private int runs;

  @Test
  void manyNightsComeAtOnceAndAreReplacedAtOnce(SparkSession spark) throws IOException {
    Lake lake = Lake.of(spark, "many");
    publish(spark, nights(12), 2);
    follow(spark, lake);
    assertThat(lake.rows()).isEqualTo(lake.published(folder)).hasSize(2);

    publish(spark, nights(11), 3);
    follow(spark, lake);

    assertThat(lake.rows()).isEqualTo(lake.published(folder));
    assertThat(lake.read(Paragraphs.TABLE).count()).isEqualTo(11 * 3 + 2);
    assertThat(lake.metadata(Paragraphs.TABLE, "refs").count()).isEqualTo(1);
  }

  @Test
  void whenRowsAreTooManyNoTableChanges(SparkSession spark) throws IOException {
    Lake lake = Lake.of(spark, "audited");
    publish(spark, nights(1), 2);
    follow(spark, lake);
    Map<String, List<String>> before = lake.rows();
    publish(spark, nights(2), 3);
    Path stranger = copyOfAFile(Paragraphs.TABLE, FIRST.plusDays(1));

    assertThatThrownBy(() -> follow(spark, lake))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("The nights are published in file:" + folder)
        .hasMessageContaining("the Iceberg tables in lake.news-desk.audited do not follow")
        .hasMessageContaining("table paragraphs of 2024-05-02 has ")
        .hasMessageContaining(" rows on its branch nutgraf_run-4, but 3 were published")
        .hasMessageContaining("nutgraf verify tells which files have changed")
        .hasMessageEndingWith("the next run catches up");
    assertThat(lake.rows()).isEqualTo(before);

    Files.delete(stranger);
    follow(spark, lake);
    assertThat(lake.rows()).isEqualTo(lake.published(folder));
    assertThat(lake.metadata(Paragraphs.TABLE, "refs").count()).isEqualTo(1);
  }

  @Test
  void mergedFilesAreLeftAndForeignChangesUndone(SparkSession spark) throws IOException {
    Lake lake = Lake.of(spark, "maintained");
    publish(spark, nights(2), 2);
    follow(spark, lake);
    spark.sql(
        "CALL lake.system.rewrite_data_files(table => '%s', options => map('rewrite-all', 'true'))"
            .formatted(lake.name(Paragraphs.TABLE)));
    long merged = lake.metadata(Paragraphs.TABLE, "snapshots").count();

    follow(spark, lake);
    assertThat(lake.metadata(Paragraphs.TABLE, "snapshots").count()).isEqualTo(merged);

    spark.sql("DELETE FROM %s WHERE paragraph = 1".formatted(lake.name(Paragraphs.TABLE)));
    spark.sql("ALTER TABLE %s DROP COLUMN words".formatted(lake.name(Originality.TABLE)));
    publish(spark, nights(3), 2);
    follow(spark, lake);
    assertThat(lake.rows().get("paragraphs")).isEqualTo(lake.published(folder).get("paragraphs"));
    assertThat(lake.read(Originality.TABLE).where("date = '2024-05-03' and words = 7").count())
        .as("the column is there again")
        .isEqualTo(2);
  }

  @Test
  void whatReadersCannotHaveOpenAnyMoreIsDeleted(SparkSession spark) throws IOException {
    Lake lake = Lake.of(spark, "expired");
    for (int night = 1; night <= 3; night++) {
      publish(spark, nights(night), night);
      follow(spark, lake);
    }
    assertThat(lake.rowsOfSnapshots(Paragraphs.TABLE)).containsExactly(0L, 1L, 4L, 9L);

    publish(spark, nights(1), 5);
    tables(lake, Duration.ZERO).follow(spark, warehouse(spark), "run-last", Sink.Replaced.KEEP);

    assertThat(lake.rowsOfSnapshots(Paragraphs.TABLE)).containsExactly(9L, 11L);
    assertThat(lake.rows()).isEqualTo(lake.published(folder));
  }

  @Test
  void aTableOfSomebodyElseIsLeftAlone(SparkSession spark) throws IOException {
    Lake lake = Lake.of(spark, "foreign");
    spark.sql("CREATE NAMESPACE " + lake.namespace());
    spark.range(3).writeTo(lake.name(Paragraphs.TABLE)).using("iceberg").createOrReplace();
    publish(spark, nights(1), 2);

    assertThatThrownBy(() -> follow(spark, lake))
        .hasMessageContaining("belongs to somebody else, not to this warehouse")
        .hasMessageContaining("set its property nutgraf.warehouse to file:" + folder);
    assertThat(lake.read(Paragraphs.TABLE).count()).isEqualTo(3);
  }

  private void follow(SparkSession spark, Lake lake) throws IOException {
    IcebergTables tables = tables(lake, Duration.ofDays(2));
    tables.check(spark);
    tables.follow(spark, warehouse(spark), "run-" + ++runs, Sink.Replaced.KEEP);
  }

  private static IcebergTables tables(Lake lake, Duration keepReplaced) {
    return new IcebergTables(IcebergNamespace.parse(lake.namespace()), keepReplaced);
  }

  private Warehouse warehouse(SparkSession spark) throws IOException {
    return new Warehouse(spark, folder.toString());
  }

  private static List<LocalDate> nights(int n) {
    return FIRST.datesUntil(FIRST.plusDays(n)).toList();
  }

  /** Publishes so many rows in each night of paragraphs, and a snapshot of the last. */
  private void publish(SparkSession spark, List<LocalDate> nights, int rows) throws IOException {
    String runId = "published-" + ++runs;
    Warehouse warehouse = warehouse(spark);
    StagedTables staged = new StagedTables(spark, warehouse, runId);
    for (LocalDate night : nights) {
      staged.write(
          Paragraphs.TABLE,
          night,
          frame(
              spark,
              Paragraphs.TABLE,
              rows,
              i -> RowFactory.create("a", i, "p" + i, 7, "Post", null)));
    }
    staged.write(
        Originality.TABLE,
        nights.get(nights.size() - 1),
        frame(spark, Originality.TABLE, 2, i -> RowFactory.create("a" + i, 7L, 7L, 0, 1.0)));
    try (WarehouseLock lock = WarehouseLock.take(warehouse, runId, WarehouseLock.Stale.RESPECT)) {
      new Publisher(2, Duration.ofDays(2))
          .publish(spark, warehouse, lock, staged, runId, step -> {});
    }
  }

  private static Dataset<Row> frame(
      SparkSession spark, Table table, int rows, IntFunction<Row> row) {
    return spark.createDataFrame(IntStream.range(0, rows).mapToObj(row).toList(), table.schema());
  }

  private Path copyOfAFile(Table table, LocalDate night) throws IOException {
    Path nightFolder = folder.resolve("tables/%s/date=%s".formatted(table.name(), night));
    try (Stream<Path> files = Files.list(nightFolder)) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      return Files.copy(file, nightFolder.resolve("stranger.parquet"));
    }
  }
}
