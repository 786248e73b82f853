package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.job.NightException;
import io.nutgraf.job.Outcome;
import io.nutgraf.job.WarehouseCheck;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.PublishStep;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse on HDFS. */
@ExtendWith(SparkExtension.class)
class HdfsIT {
  @TempDir private static Path folder;
  private static HdfsServer hdfs;

  @BeforeAll
  static void startHdfs() throws IOException {
    hdfs = HdfsServer.start(folder);
  }

  @AfterAll
  static void stopHdfs() {
    if (hdfs != null) {
      hdfs.close();
    }
  }

  @Test
  void nightsARerunACrashAndALockedRunLeaveTheRowsOfALocalDisk(SparkSession spark)
      throws IOException {
    String warehouse = hdfs.address() + "/warehouse";
    ThreeNights.run(spark, warehouse, 1);
    assertThatThrownBy(
            () ->
                Nights.run(
                    spark,
                    warehouse,
                    ThreeNights.date(2),
                    ThreeNights.input(2),
                    new CrashAt(PublishStep.PREPARED)))
        .hasMessage("crash");
    putStrangerIntoNight(3, spark, warehouse);
    ThreeNights.run(spark, warehouse, 3);
    assertThat(PublishedRows.of(spark, warehouse)).isEqualTo(ThreeNights.rows(spark));

    Warehouse held = new Warehouse(spark, warehouse);
    try (WarehouseLock lock = WarehouseLock.take(held, "other", WarehouseLock.Stale.RESPECT)) {
      assertThat(lock.brokenRunId()).isEmpty();
      assertThatThrownBy(() -> ThreeNights.run(spark, warehouse, 3))
          .isInstanceOfSatisfying(
              NightException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.LOCKED));
    }
    ThreeNights.run(spark, warehouse, 3);

    assertThat(PublishedRows.of(spark, warehouse)).isEqualTo(ThreeNights.rows(spark));
    WarehouseCheck check = WarehouseCheck.of(spark, warehouse);
    assertThat(check.faults()).isEmpty();
    assertThat(check.files()).isPositive();
    assertThat(files(spark, warehouse).globStatus(path(warehouse, "tables/*/date=*/date=*")))
        .as("nights inside nights")
        .isEmpty();
  }

  /** A rename onto a folder would put the one inside the other, and HDFS would call it done. */
  private static void putStrangerIntoNight(int night, SparkSession spark, String warehouse)
      throws IOException {
    files(spark, warehouse)
        .create(
            path(warehouse, "tables/articles/date=%s/x.parquet".formatted(ThreeNights.date(night))))
        .close();
  }

  private static FileSystem files(SparkSession spark, String warehouse) throws IOException {
    return path(warehouse, "tables").getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  private static org.apache.hadoop.fs.Path path(String warehouse, String relative) {
    return new org.apache.hadoop.fs.Path(warehouse, relative);
  }
}
