package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.sql.SparkSession;

/**
 * Publishes what a run has staged, as a whole or not at all.
 *
 * <p>Staged tables are read back and checked; what will be done is written to the journal; each
 * table is moved by one rename, what was there before to the trash; then the new manifest makes it
 * count. A crash before the journal leaves what was published; a crash after it is finished by the
 * next run.
 *
 * @param keepSnapshots newest snapshots of a table that stay published
 * @param keepReplaced how long replaced folders stay, for readers that still have them open
 */
public record Publisher(int keepSnapshots, Duration keepReplaced) {
  /** Old manifests name files that are gone; a few are kept to look back at. */
  private static final int KEPT_MANIFESTS = 50;

  /**
   * Publishes staged tables; gives the manifest that now counts.
   *
   * @param watcher is told of every step
   * @throws IOException when a table is not whole, or a folder cannot be moved; it names which
   * @throws LockedException when the lock was broken
   */
  public Manifest publish(
      SparkSession spark,
      Warehouse warehouse,
      WarehouseLock lock,
      StagedTables staged,
      String runId,
      Consumer<PublishStep> watcher)
      throws IOException {
    List<Manifest.Night> added = new Audit(spark, warehouse, staged).of(runId);
    watcher.accept(PublishStep.AUDITED);
    lock.checkStillHeld();
    Publication publication = plan(warehouse, staged, runId, added);
    lock.checkStillHeld();
    Journal journal = new Journal(warehouse);
    journal.prepare(publication);
    watcher.accept(PublishStep.PREPARED);
    journal.finish(publication, lock::checkStillHeld, watcher);
    lock.checkStillHeld();
    new Manifests(warehouse).prune(publication.next(), KEPT_MANIFESTS);
    warehouse.files().delete(warehouse.workFolder(""), /* recursive= */ true);
    return publication.next();
  }

  private Publication plan(
      Warehouse warehouse, StagedTables staged, String runId, List<Manifest.Night> added)
      throws IOException {
    Instant now = Instant.now();
    Manifest published = warehouse.manifest();
    warehouse.checkLayout(published);
    Manifest before = purge(warehouse, published, now.minus(keepReplaced)).in(warehouse.layout());
    List<Publication.Move> moves = new ArrayList<>();
    List<Manifest.Retired> retired = new ArrayList<>();
    List<Manifest.Night> dropped = new ArrayList<>();
    for (StagedNight night : staged.nights()) {
      NavigableMap<LocalDate, Manifest.Night> nights = before.nights(night.table());
      String from = warehouse.relative(staged.folder(night));
      String to = warehouse.relative(staged.published(night));
      if (nights.containsKey(night.date())) {
        retire(warehouse, nights.remove(night.date()), runId, now, moves, retired);
      } else if (!from.equals(to)) {
        // If there: put there by hand, or by a run whose journal was deleted.
        retire(warehouse, unlisted(night, to), runId, now, moves, retired);
      }
      if (!from.equals(to)) {
        moves.add(new Publication.Move(from, to));
      }
      if (night.table().kind() == Table.Kind.SNAPSHOT) {
        while (nights.size() > keepSnapshots - 1) {
          Manifest.Night oldest = nights.pollFirstEntry().getValue();
          retire(warehouse, oldest, runId, now, moves, retired);
          dropped.add(oldest);
        }
      }
    }
    return new Publication(
        runId, moves, before.next(runId, now.toString(), added, dropped, retired));
  }

  private static Manifest.Night unlisted(StagedNight night, String folder) {
    return new Manifest.Night(
        night.table().name(), night.date().toString(), "", folder, 0, List.of());
  }

  /** What is not there, lost or deleted, needs no clearing away. */
  private static void retire(
      Warehouse warehouse,
      Manifest.Night night,
      String runId,
      Instant now,
      List<Publication.Move> moves,
      List<Manifest.Retired> retired)
      throws IOException {
    if (!warehouse.files().exists(warehouse.below(night.folder()))) {
      return;
    }
    String folder = night.folder();
    if (warehouse.layout() == Layout.NIGHTS) {
      folder = "trash/%s/%s/date=%s".formatted(runId, night.table(), night.date());
      moves.add(new Publication.Move(night.folder(), folder));
    }
    retired.add(new Manifest.Retired(folder, now.toString()));
  }

  /** Deletes what was replaced long enough ago. */
  private static Manifest purge(Warehouse warehouse, Manifest manifest, Instant before)
      throws IOException {
    List<Manifest.Retired> kept = new ArrayList<>();
    for (Manifest.Retired retired : manifest.retired()) {
      if (Instant.parse(retired.since()).isAfter(before)) {
        kept.add(retired);
      } else {
        warehouse.files().delete(warehouse.below(retired.folder()), /* recursive= */ true);
      }
    }
    for (FileStatus run : Listing.of(warehouse.files(), warehouse.below("trash"))) {
      String folder = warehouse.relative(run.getPath()) + "/";
      if (kept.stream().noneMatch(retired -> retired.folder().startsWith(folder))) {
        warehouse.files().delete(run.getPath(), /* recursive= */ true);
      }
    }
    return manifest.keeping(kept);
  }
}
