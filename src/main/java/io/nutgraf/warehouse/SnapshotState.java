package io.nutgraf.warehouse;

import io.nutgraf.table.Articles;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the newest snapshots were made from, {@code state/snapshots/run=R/}: tables that are not
 * published, some in pieces that several runs wrote, and {@code basis.json}, written once the run
 * has published. With the snapshots themselves it lets the next run make anew only what changed.
 *
 * <p>A cache: when it is lost, or does not fit the facts, snapshots are made from all facts and are
 * the same.
 */
public final class SnapshotState {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotState.class);
  static final String FOLDER = "state/snapshots";
  private static final String RUN = "run=";
  private static final String BASIS = "basis.json";

  private final SparkSession spark;
  private final Warehouse warehouse;
  private final String version;

  /**
   * @param version of all that snapshots depend on beside the facts
   */
  public SnapshotState(SparkSession spark, Warehouse warehouse, String version) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.version = version;
  }

  /**
   * @param nights the run that made each night of articles, by date
   * @param pieces of the kept tables
   */
  record Basis(
      String version, Map<String, String> nights, Map<String, List<KeptPieces.Piece>> pieces) {}

  /** Where a run keeps a table for the next. */
  static Path folder(Warehouse warehouse, String runId, Table table) {
    return new Path(runFolder(warehouse, runId), table.name());
  }

  /** A kept table with all its pieces. */
  static Dataset<Row> read(
      SparkSession spark, Warehouse warehouse, Table table, KeptPieces pieces) {
    return StagedTables.read(spark, table, folders(warehouse, table, pieces).toArray(Path[]::new));
  }

  private static Stream<Path> folders(Warehouse warehouse, Table table, KeptPieces pieces) {
    return pieces.of(table).stream().map(piece -> folder(warehouse, piece.runId(), table));
  }

  /**
   * The newest snapshots, if the facts that they were made from can still be read. They cannot when
   * a night of these was replaced before, or files were merged; the log then says so.
   *
   * @param published as it was before the run
   * @param facts as they are once the run is published
   */
  public Optional<EarlierSnapshots> earlier(Manifest published, Facts facts) throws IOException {
    Optional<String> run = runOfNewest(published);
    Path file = run.map(id -> new Path(runFolder(warehouse, id), BASIS)).orElse(null);
    if (file == null || !warehouse.files().exists(file)) {
      LOG.info("Snapshots are made from all facts: nothing is kept of how the last were made");
      return Optional.empty();
    }
    Basis basis = Json.parse(warehouse.wholeFile().read(file), Basis.class);
    if (!basis.version().equals(version)) {
      LOG.info("Snapshots are made from all facts: the last were made with other settings");
      return Optional.empty();
    }
    Set<LocalDate> then = new TreeSet<>();
    for (Map.Entry<String, String> night : basis.nights().entrySet()) {
      LocalDate date = LocalDate.parse(night.getKey());
      Manifest.Night there = published.nights(Articles.TABLE).get(date);
      if (there == null || !there.runId().equals(night.getValue())) {
        LOG.info("Snapshots are made from all facts: night {} was made again before", date);
        return Optional.empty();
      }
      then.add(date);
    }
    KeptPieces pieces = new KeptPieces(basis.pieces());
    for (Table table : Tables.KEPT) {
      for (Path piece : folders(warehouse, table, pieces).toList()) {
        if (!warehouse.files().exists(piece)) {
          LOG.info("Snapshots are made from all facts: {} is lost", warehouse.relative(piece));
          return Optional.empty();
        }
      }
    }
    for (Manifest.Night read : readForChanges(published, then, facts)) {
      if (!warehouse.holds(read)) {
        LOG.info("Snapshots are made from all facts: files of {} are lost", read.folder());
        return Optional.empty();
      }
    }
    LOG.info("Snapshots are those of run {}, with what changed since", run.get());
    return Optional.of(new EarlierSnapshots(spark, warehouse, published, then, pieces, facts));
  }

  /**
   * What is read of before, and by no run that begins anew: a night that this one replaces may be
   * made again because its files are lost.
   */
  private static List<Manifest.Night> readForChanges(
      Manifest published, Set<LocalDate> then, Facts facts) {
    Map<LocalDate, Manifest.Night> articles = published.nights(Articles.TABLE);
    Map<LocalDate, String> runsNow = facts.runs();
    Set<LocalDate> replaced = new HashSet<>(then);
    replaced.removeIf(date -> articles.get(date).runId().equals(runsNow.get(date)));
    Stream<Manifest.Night> nights =
        published.nights().stream().filter(night -> replaced.contains(night.day()));
    Stream<Manifest.Night> newest =
        Tables.SNAPSHOTS.stream().map(table -> published.nights(table).lastEntry().getValue());
    return Stream.concat(nights, newest).toList();
  }

  /**
   * Says that a run has published snapshots of these facts, and deletes what is kept no more. When
   * it cannot, the run is published all the same, and the next one begins from all facts.
   */
  public void keep(StagedTables staged, Facts facts) {
    try {
      write(staged, facts);
    } catch (IOException e) {
      LOG.warn("What the snapshots were made from cannot be kept for the next run", e);
    }
  }

  private void write(StagedTables staged, Facts facts) throws IOException {
    Map<String, String> nights =
        facts.runs().entrySet().stream()
            .collect(Collectors.toMap(night -> night.getKey().toString(), Map.Entry::getValue));
    Path own = runFolder(warehouse, staged.runId());
    warehouse
        .wholeFile()
        .write(
            new Path(own, BASIS),
            Json.format(new Basis(version, nights, staged.pieces().byTable())));
    for (FileStatus run : warehouse.files().listStatus(warehouse.below(FOLDER))) {
      if (!run.getPath().getName().equals(own.getName())) {
        deleteAllBut(staged.pieces(), run.getPath());
      }
    }
  }

  private void deleteAllBut(KeptPieces pieces, Path run) throws IOException {
    String runId = run.getName().substring(RUN.length());
    boolean isEmpty = true;
    for (FileStatus table : warehouse.files().listStatus(run)) {
      if (pieces.has(table.getPath().getName(), runId)) {
        isEmpty = false;
      } else {
        warehouse.files().delete(table.getPath(), /* recursive= */ true);
      }
    }
    if (isEmpty) {
      warehouse.files().delete(run, /* recursive= */ true);
    }
  }

  /** Deletes all of it. */
  public static void delete(Warehouse warehouse) throws IOException {
    warehouse.files().delete(warehouse.below(FOLDER), /* recursive= */ true);
  }

  /** The run that made the newest snapshot of every table, if it is one. */
  private static Optional<String> runOfNewest(Manifest published) {
    Set<String> runs =
        Tables.SNAPSHOTS.stream()
            .map(table -> published.nights(table).lastEntry())
            .map(newest -> newest == null ? null : newest.getValue().runId())
            .collect(Collectors.toCollection(HashSet::new));
    return runs.size() == 1 ? onlyOf(runs) : Optional.empty();
  }

  private static Optional<String> onlyOf(Collection<String> runs) {
    return runs.stream().filter(Objects::nonNull).findFirst();
  }

  private static Path runFolder(Warehouse warehouse, String runId) {
    return warehouse.below(FOLDER + "/" + RUN + runId);
  }
}
