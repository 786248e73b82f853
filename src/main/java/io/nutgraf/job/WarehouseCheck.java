package io.nutgraf.job;

import io.nutgraf.warehouse.VerifyFiles;
import io.nutgraf.warehouse.Warehouse;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Whether the published files are as they were published.
 *
 * @param files that were compared
 * @param faults a line for each file that is not; empty when all is well
 */
public record WarehouseCheck(long manifest, int files, long bytes, List<String> faults) {

  public WarehouseCheck {
    faults = List.copyOf(faults);
  }

  /**
   * Compares them.
   *
   * @throws NightException when nothing is published there
   */
  public static WarehouseCheck of(SparkSession spark, String root) {
    return Warehouses.reading(
        () -> {
          VerifyFiles.Finding found = new VerifyFiles(spark, new Warehouse(spark, root)).apply();
          return new WarehouseCheck(
              found.manifest(),
              found.files(),
              found.bytes(),
              found.faults().stream().map(fault -> fault.path() + " " + fault.what()).toList());
        });
  }
}
