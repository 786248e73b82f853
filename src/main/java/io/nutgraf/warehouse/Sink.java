package io.nutgraf.warehouse;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;

/** Where published nights go beside the Parquet that every warehouse has. */
public interface Sink {

  /** Those that there are. */
  enum Kind {
    /** Nowhere. */
    PARQUET,
    /** See {@link IcebergTables}. */
    ICEBERG
  }

  /** What becomes of rows that are published no more. */
  enum Replaced {
    /** They stay for a while, for readers that still have them open. */
    KEEP,
    /** They are deleted at once: a takedown. */
    ERASE
  }

  /** The Parquet alone. */
  Sink NONE =
      new Sink() {
        @Override
        public String options() {
          return "";
        }

        @Override
        public void check(SparkSession spark) {}

        @Override
        public void follow(
            SparkSession spark, Warehouse warehouse, String runId, Replaced replaced) {}
      };

  /**
   * The options that choose it, by which a takedown knows it again; empty for the Parquet alone.
   */
  String options();

  /**
   * Finds out before the long steps whether it can be written to.
   *
   * @throws io.nutgraf.setting.WrongSettingException naming the settings that are missing
   * @throws IOException when it cannot be reached
   */
  void check(SparkSession spark) throws IOException;

  /**
   * Brings it to what is published now. To be called under the lock, after the publication.
   *
   * @throws IOException when it cannot be; it says what holds then and what to do
   */
  void follow(SparkSession spark, Warehouse warehouse, String runId, Replaced replaced)
      throws IOException;
}
