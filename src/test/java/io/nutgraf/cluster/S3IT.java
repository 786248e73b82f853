package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.job.WarehouseCheck;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.LockedException;
import io.nutgraf.warehouse.Manifest;
import io.nutgraf.warehouse.PublishStep;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse on an object store. */
@ExtendWith(SparkExtension.class)
class S3IT {
  private static final String ROOT = "s3a://" + S3Server.BUCKET + "/";

  @TempDir private static Path folder;
  private static S3Server s3;

  @BeforeAll
  static void startS3(SparkSession spark) throws IOException {
    s3 = S3Server.start(folder);
    s3.configure(spark.sparkContext().hadoopConfiguration());
  }

  @AfterAll
  static void stopS3(SparkSession spark) throws IOException {
    if (s3 != null) {
      path(ROOT).getFileSystem(spark.sparkContext().hadoopConfiguration()).close();
      s3.close();
    }
  }

  @Test
  void nightsARerunAndACrashLeaveTheRowsOfALocalDisk(SparkSession spark) throws IOException {
    String warehouse = ROOT + "warehouse";
    ThreeNights.run(spark, warehouse, 1);
    Manifest first = new Warehouse(spark, warehouse).manifest();
    assertThat(first.nights())
        .isNotEmpty()
        .allSatisfy(night -> assertThat(night.folder()).endsWith("/run=" + first.runId()));

    assertThatThrownBy(
            () ->
                Nights.run(
                    spark,
                    warehouse,
                    ThreeNights.date(2),
                    ThreeNights.input(2),
                    new CrashAt(PublishStep.AUDITED)))
        .hasMessage("crash");
    assertThat(new Warehouse(spark, warehouse).manifest()).isEqualTo(first);
    List<String> unlisted = files(spark, warehouse, 2);
    assertThat(unlisted).isNotEmpty();

    ThreeNights.run(spark, warehouse, 2);
    assertThat(files(spark, warehouse, 2)).doesNotContainAnyElementsOf(unlisted);
    ThreeNights.run(spark, warehouse, 3);
    ThreeNights.run(spark, warehouse, 3);

    assertThat(PublishedRows.of(spark, warehouse)).isEqualTo(ThreeNights.rows(spark));
    WarehouseCheck check = WarehouseCheck.of(spark, warehouse);
    assertThat(check.faults()).isEmpty();
    assertThat(check.files()).isPositive();
  }

  @Test
  void ofManyAtOnceOneTakesTheLock(SparkSession spark) throws Exception {
    Warehouse warehouse = new Warehouse(spark, ROOT + "raced");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 20; round++) {
        List<Callable<List<WarehouseLock>>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          String run = round + "-" + i;
          runs.add(() -> take(warehouse, run));
        }
        List<WarehouseLock> taken = new ArrayList<>();
        for (Future<List<WarehouseLock>> run : threads.invokeAll(runs)) {
          taken.addAll(run.get());
        }
        assertThat(taken).hasSize(1);
        taken.get(0).close();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<WarehouseLock> take(Warehouse warehouse, String run) throws IOException {
    try {
      return List.of(WarehouseLock.take(warehouse, run, WarehouseLock.Stale.RESPECT));
    } catch (LockedException e) {
      return List.of();
    }
  }

  /** Of a night; an object store has no folders, and what stands for one may outlive its files. */
  private static List<String> files(SparkSession spark, String warehouse, int night)
      throws IOException {
    org.apache.hadoop.fs.Path glob =
        path("%s/tables/*/date=%s/run=*/*".formatted(warehouse, ThreeNights.date(night)));
    FileSystem files = glob.getFileSystem(spark.sparkContext().hadoopConfiguration());
    return java.util.Arrays.stream(files.globStatus(glob))
        .filter(FileStatus::isFile)
        .map(status -> status.getPath().toString())
        .toList();
  }

  private static org.apache.hadoop.fs.Path path(String path) {
    return new org.apache.hadoop.fs.Path(path);
  }
}
