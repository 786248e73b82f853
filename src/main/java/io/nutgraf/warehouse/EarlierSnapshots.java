package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The snapshots that were newest before a run, and what was kept of how they were made. */
public final class EarlierSnapshots {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final PublishedTables published;
  private final String runId;
  private final Set<LocalDate> addedNights;

  EarlierSnapshots(
      SparkSession spark,
      Warehouse warehouse,
      Manifest manifest,
      String runId,
      Set<LocalDate> addedNights) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.published = new PublishedTables(spark, warehouse, manifest);
    this.runId = runId;
    this.addedNights = addedNights;
  }

  /** The nights that came since; their articles are the only ones of which something changed. */
  public Set<LocalDate> addedNights() {
    return addedNights;
  }

  /** A snapshot, or a table that was kept, as it was made then. */
  public Dataset<Row> read(Table table) {
    if (table.kind() == Table.Kind.KEPT) {
      return StagedTables.read(spark, table, SnapshotState.folder(warehouse, runId, table));
    }
    try {
      return published.newest(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
