package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * The tables of one run while it makes them. Each is written once and read from there by whoever
 * needs it next, so that nothing is computed twice and a failed night can be looked into: what a
 * run leaves here stays until the next one has published. Several threads may write tables of their
 * own at once.
 */
public final class StagedTables {
  /** Small row groups, so that a table of one file is still read by all cores. */
  private static final long STAGED_ROW_GROUP_BYTES = 16L << 20;

  private static final long DICTIONARY_BYTES = 8 << 20;

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final String runId;

  /** How many rows each was written with; 0 until it is. */
  private final Map<StagedNight, Long> nights = Collections.synchronizedMap(new LinkedHashMap<>());

  private final AtomicReference<KeptPieces> pieces = new AtomicReference<>(KeptPieces.none());

  public StagedTables(SparkSession spark, Warehouse warehouse, String runId) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.runId = runId;
  }

  /**
   * Writes a table that lives no longer than the run, or one that is kept for the next, and gives
   * what was written.
   */
  public WrittenTable write(Table table, Dataset<Row> rows) {
    if (table.kind() != Table.Kind.KEPT) {
      return write(table, rows, new Path(warehouse.workFolder(runId), table.name()));
    }
    WrittenTable written = write(table, rows, SnapshotState.folder(warehouse, runId, table));
    keep(table, List.of(new KeptPieces.Piece(runId, written.count())));
    return written;
  }

  /** Keeps a table as it is, and these rows beside its own; gives all of them. */
  public WrittenTable add(Table table, EarlierSnapshots earlier, Dataset<Row> rows) {
    WrittenTable written = write(table, rows, SnapshotState.folder(warehouse, runId, table));
    List<KeptPieces.Piece> all = new ArrayList<>(earlier.pieces(table));
    all.add(new KeptPieces.Piece(runId, written.count()));
    keep(table, all);
    return read(table);
  }

  /** The rows that this run has added to a table. */
  public Dataset<Row> added(Table table) {
    return read(spark, table, SnapshotState.folder(warehouse, runId, table));
  }

  /** Keeps a table as it is, and gives it. */
  public WrittenTable takeOver(Table table, EarlierSnapshots earlier) {
    keep(table, earlier.pieces(table));
    return read(table);
  }

  /**
   * Has Spark leave its checkpoints beside the tables of this run, for stages that work in rounds.
   */
  public void takeCheckpoints() {
    spark
        .sparkContext()
        .setCheckpointDir(new Path(warehouse.workFolder(runId), "checkpoints").toString());
  }

  /** The pieces of the tables that this run keeps for the next. */
  KeptPieces pieces() {
    return pieces.get();
  }

  /** Says what pieces a table has now, in place of what was said of it before. */
  void keep(Table table, List<KeptPieces.Piece> ofTable) {
    pieces.updateAndGet(known -> known.with(table, ofTable));
  }

  private WrittenTable read(Table table) {
    return new WrittenTable(
        SnapshotState.read(spark, warehouse, table, pieces()), pieces().rows(table));
  }

  /** Writes a night of a table that will be published, and gives what was written. */
  public WrittenTable write(Table table, LocalDate date, Dataset<Row> rows) {
    StagedNight night = new StagedNight(table, date);
    nights.put(night, 0L);
    leaveTrace();
    WrittenTable written = write(table, rows, folder(night));
    nights.put(night, written.count());
    return written;
  }

  /** A night that this run has written. */
  public Dataset<Row> read(Table table, LocalDate date) {
    return read(spark, table, folder(new StagedNight(table, date)));
  }

  /** With how many rows a night was written. */
  long count(StagedNight night) {
    return nights.get(night);
  }

  String runId() {
    return runId;
  }

  /** The nights that this run has written and not yet published. */
  public Collection<StagedNight> nights() {
    synchronized (nights) {
      return List.copyOf(nights.keySet());
    }
  }

  NavigableSet<LocalDate> nights(Table table) {
    NavigableSet<LocalDate> dates = new TreeSet<>();
    for (StagedNight night : nights()) {
      if (night.table().equals(table)) {
        dates.add(night.date());
      }
    }
    return dates;
  }

  /** Where a night lies until it is published; where a run folder is, it lies there already. */
  Path folder(StagedNight night) {
    return warehouse.layout() == Layout.RUN_FOLDERS
        ? published(night)
        : new Path(warehouse.workFolder(runId), night.table().name() + "/date=" + night.date());
  }

  /** Where a night lies once it is published. */
  Path published(StagedNight night) {
    return warehouse.nightFolder(night.table(), night.date(), runId);
  }

  /** By its work folder a run that died is known to the next. */
  private void leaveTrace() {
    try {
      warehouse.files().mkdirs(warehouse.workFolder(runId));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot make " + warehouse.workFolder(runId), e);
    }
  }

  private WrittenTable write(Table table, Dataset<Row> rows, Path folder) {
    DataFrameWriter<Row> writer =
        table
            .conform(rows)
            .write()
            .mode(SaveMode.ErrorIfExists)
            // What nobody is to download is better written fast than small.
            .option("compression", table.kind().isPublished() ? "zstd" : "lz4_raw")
            .option("parquet.page.write-checksum.enabled", "true")
            // Actors recur millions of times; with the usual MiB their dictionary is given up.
            .option("parquet.dictionary.page.size", DICTIONARY_BYTES)
            // A published night holds data and nothing else.
            .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    if (table.key().size() == 1) {
      // What never comes twice only costs time in a dictionary, until that is given up.
      writer = writer.option("parquet.enable.dictionary#" + table.key().get(0), "false");
    }
    if (!table.kind().isPublished()) {
      writer = writer.option("parquet.block.size", STAGED_ROW_GROUP_BYTES);
    }
    writer.parquet(folder.toString());
    Dataset<Row> written = read(spark, table, folder);
    try {
      return new WrittenTable(written, RowCount.of(written, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  static Dataset<Row> read(SparkSession spark, Table table, Path... folders) {
    return spark
        .read()
        .schema(table.schema())
        .option("parquet.page.verify-checksum.enabled", "true")
        .parquet(Arrays.stream(folders).map(Path::toString).toArray(String[]::new));
  }
}
