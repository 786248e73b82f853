package io.nutgraf.job;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Few rows that are read more than once: persisted until the end of the run. */
final class Persisted {
  private Persisted() {}

  static Dataset<Row> rows(Dataset<Row> rows) {
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * The rows whose key few others have. Starts a Spark job for either, because Spark then knows how
   * few they are; where it does not, it shuffles all that it joins them with.
   *
   * @param few persisted ones
   */
  static Dataset<Row> among(Dataset<Row> few, Dataset<Row> rows, String key) {
    few.count();
    Dataset<Row> among = rows(rows.join(few.select(key), new String[] {key}, "left_semi"));
    among.count();
    return among;
  }
}
