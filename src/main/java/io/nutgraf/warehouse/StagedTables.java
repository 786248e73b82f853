package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of one run while it makes them. Each is written once and read from there by whoever
 * needs it next, so that nothing is computed twice and a failed night can be looked into.
 */
public final class StagedTables {
  /** Small row groups, so that a table of one file is still read by all cores. */
  private static final long STAGED_ROW_GROUP_BYTES = 16L << 20;

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final String runId;

  public StagedTables(SparkSession spark, Warehouse warehouse, String runId) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.runId = runId;
  }

  /** Writes a table and gives what was written, as read back. */
  public Dataset<Row> write(Table table, Dataset<Row> rows) {
    DataFrameWriter<Row> writer =
        table
            .conform(rows)
            .write()
            .mode(SaveMode.ErrorIfExists)
            .option("compression", "zstd")
            .option("parquet.page.write-checksum.enabled", "true")
            // A published night holds data and nothing else.
            .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    if (table.kind() == Table.Kind.STAGED) {
      writer = writer.option("parquet.block.size", STAGED_ROW_GROUP_BYTES);
    }
    writer.parquet(folder(table).toString());
    return read(table);
  }

  /** A table that this run has written. */
  public Dataset<Row> read(Table table) {
    return spark
        .read()
        .schema(table.schema())
        .option("parquet.page.verify-checksum.enabled", "true")
        .parquet(folder(table).toString());
  }

  /** Removes all that the run staged and did not publish. */
  public void clear() throws IOException {
    warehouse.files().delete(warehouse.workFolder(runId), /* recursive= */ true);
  }

  Path folder(Table table) {
    return new Path(warehouse.workFolder(runId), table.name());
  }
}
