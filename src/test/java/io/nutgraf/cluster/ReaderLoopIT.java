package io.nutgraf.cluster;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Table;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What readers see while nights are published. */
@ExtendWith(SparkExtension.class)
class ReaderLoopIT {
  private static final LocalDate FIRST = LocalDate.parse("2024-05-01");
  private static final int PUBLICATIONS = 20;
  private static final List<Table> TABLES =
      List.of(
          Articles.TABLE,
          Paragraphs.TABLE,
          Mentions.TABLE,
          Evidence.TABLE,
          ClusterMembers.TABLE,
          Originality.TABLE);

  @TempDir private Path folder;

  @Test
  void noReaderSeesAPartOfANightInTwentyPublications(SparkSession spark) throws Exception {
    Warehouse warehouse = new Warehouse(spark, folder.toString());
    publish(spark, warehouse, FIRST, 1);
    ManifestLoop byManifest = new ManifestLoop(new ManifestReader(folder));
    GlobLoop byGlob = new GlobLoop(folder, TABLES.stream().map(Table::name).toList());
    byGlob.expect(FIRST, 1);

    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      Future<String> manifestReader = readers.submit(byManifest);
      Future<String> globReader = readers.submit(byGlob);
      for (int n = 2; n <= PUBLICATIONS + 1; n++) {
        // Each date is published twice: 1, 1, 2, 2, 3, ...
        LocalDate date = FIRST.plusDays((n - 1) / 2);
        boolean isRerun = n % 2 == 0;
        if (isRerun) {
          byGlob.expect(date, n);
        }
        publish(spark, warehouse, date, n);
        if (!isRerun) {
          byGlob.expect(date, n);
        }
      }
      byManifest.stop();
      byGlob.stop();
      System.out.printf(
          "%d publications of %d tables, every second one of a date that was there:%n  %s%n  %s%n",
          PUBLICATIONS, TABLES.size(), manifestReader.get(), globReader.get());
    } finally {
      readers.shutdownNow();
    }
    assertThat(byManifest.reads()).isGreaterThan(PUBLICATIONS);
  }

  /** Every table gets so many rows, so that a mixture would be seen. */
  private static void publish(SparkSession spark, Warehouse warehouse, LocalDate date, int rows)
      throws IOException {
    String runId = "run-" + rows;
    StagedTables staged = new StagedTables(spark, warehouse, runId);
    for (Table table : TABLES) {
      staged.write(table, date, empty(spark, table, rows));
    }
    try (WarehouseLock lock = WarehouseLock.take(warehouse, runId, WarehouseLock.Stale.RESPECT)) {
      new Publisher(PUBLICATIONS, Duration.ofDays(1))
          .publish(spark, warehouse, lock, staged, runId, step -> {});
    }
  }

  /** Rows of nulls: readers of this test count them. */
  private static Dataset<Row> empty(SparkSession spark, Table table, int rows) {
    Column[] columns =
        Arrays.stream(table.schema().fields())
            .map(field -> lit(null).cast(field.dataType()).as(field.name()))
            .toArray(Column[]::new);
    return spark.range(0, rows, 1, 2).select(columns);
  }
}
