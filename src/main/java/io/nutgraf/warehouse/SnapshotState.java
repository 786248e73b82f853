package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the newest snapshots were made from, {@code state/snapshots/run=R/}: tables that are not
 * published, and {@code basis.json}, written once the run has published. With the snapshots
 * themselves it lets the next run make anew only what changed.
 *
 * <p>A cache: when it is lost, or does not fit the facts, snapshots are made from all facts and are
 * the same.
 */
public final class SnapshotState {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotState.class);
  private static final String FOLDER = "state/snapshots";
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
   */
  record Basis(String version, Map<String, String> nights) {}

  /** Where a run keeps a table for the next. */
  static Path folder(Warehouse warehouse, String runId, Table table) {
    return new Path(runFolder(warehouse, runId), table.name());
  }

  /**
   * The newest snapshots, if these facts are the ones they were made from and more. They are not
   * when a night was replaced or taken away, or files were merged; the log then says so.
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
    NavigableMap<LocalDate, String> nights = facts.runs();
    for (Map.Entry<String, String> night : basis.nights().entrySet()) {
      if (!night.getValue().equals(nights.get(LocalDate.parse(night.getKey())))) {
        LOG.info("Snapshots are made from all facts: night {} was made again", night.getKey());
        return Optional.empty();
      }
    }
    Set<LocalDate> added = new HashSet<>(nights.keySet());
    basis.nights().keySet().forEach(night -> added.remove(LocalDate.parse(night)));
    LOG.info("Snapshots are those of run {}, with what nights {} changed", run.get(), added);
    return Optional.of(
        new EarlierSnapshots(spark, warehouse, published, run.get(), Set.copyOf(added)));
  }

  /** Says that a run has published snapshots of these facts, and deletes what earlier runs kept. */
  public void keep(String runId, Facts facts) throws IOException {
    Map<String, String> nights =
        facts.runs().entrySet().stream()
            .collect(Collectors.toMap(night -> night.getKey().toString(), Map.Entry::getValue));
    warehouse
        .wholeFile()
        .write(
            new Path(runFolder(warehouse, runId), BASIS), Json.format(new Basis(version, nights)));
    for (FileStatus run : warehouse.files().listStatus(warehouse.below(FOLDER))) {
      if (!run.getPath().getName().equals(runFolder(warehouse, runId).getName())) {
        warehouse.files().delete(run.getPath(), /* recursive= */ true);
      }
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
    return warehouse.below(FOLDER + "/run=" + runId);
  }
}
