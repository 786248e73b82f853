package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The snapshots that were newest before a run, and what was kept of how they were made. */
public final class EarlierSnapshots {
  /** Each piece is some files to open. */
  private static final int MANY_PIECES = 24;

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final Manifest manifest;
  private final Set<LocalDate> nights;
  private final KeptPieces pieces;
  private final Facts facts;

  /**
   * @param manifest as it was before the run
   * @param nights whose facts they were made from
   * @param facts as they are once the run is published
   */
  EarlierSnapshots(
      SparkSession spark,
      Warehouse warehouse,
      Manifest manifest,
      Set<LocalDate> nights,
      KeptPieces pieces,
      Facts facts) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.manifest = manifest;
    this.nights = Set.copyOf(nights);
    this.pieces = pieces;
    this.facts = facts;
  }

  /** What the facts say now and did not say then, and the other way round. */
  public FactChanges changes() {
    Facts before =
        new Facts(
            new PublishedTables(spark, warehouse, manifest.ofNights(nights)),
            new StagedTables(spark, warehouse, manifest.runId()));
    NavigableMap<LocalDate, String> runsBefore = before.runs();
    NavigableMap<LocalDate, String> runsNow = facts.runs();
    Set<LocalDate> added = new HashSet<>(runsNow.keySet());
    added.removeAll(runsBefore.keySet());
    Set<LocalDate> replaced = new HashSet<>(runsBefore.keySet());
    replaced.removeIf(night -> runsBefore.get(night).equals(runsNow.get(night)));
    return new FactChanges(before, facts, added, replaced);
  }

  /** A snapshot, or a table that was kept, as it was made then. */
  public Dataset<Row> read(Table table) {
    if (table.kind() == Table.Kind.KEPT) {
      return SnapshotState.read(spark, warehouse, table, pieces);
    }
    try {
      return new PublishedTables(spark, warehouse, manifest).newest(table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many rows a kept table has. */
  public long rows(Table table) {
    return pieces.rows(table);
  }

  /** Whether a table is kept in so many pieces that it is to be written in one. */
  public boolean isInManyPieces(Table table) {
    return pieces.of(table).size() >= MANY_PIECES;
  }

  List<KeptPieces.Piece> pieces(Table table) {
    return pieces.of(table);
  }
}
