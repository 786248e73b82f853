package io.nutgraf.job;

import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.Warehouse;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.SparkSession;

/** Opens warehouses for commands that only read them. */
final class Warehouses {
  private Warehouses() {}

  /** What reads published tables. */
  interface Reading<T> {
    T read() throws IOException;
  }

  static PublishedTables open(SparkSession spark, String warehouse) {
    return reading(() -> new PublishedTables(spark, new Warehouse(spark, warehouse)));
  }

  /**
   * @throws NightException when a table is not there
   */
  static <T> T reading(Reading<T> reading) {
    try {
      return reading.read();
    } catch (FileNotFoundException e) {
      throw new NightException(Outcome.INPUT_MISSING, e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }
}
