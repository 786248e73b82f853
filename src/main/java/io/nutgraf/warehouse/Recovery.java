package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a warehouse in order after a run that died in it. To be called under the lock, before
 * anything is read.
 */
public final class Recovery {
  private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

  private final Warehouse warehouse;

  public Recovery(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Finishes publications that were begun, and removes run folders that never came to count.
   *
   * @return the runs whose publication is now finished
   * @throws LostManifestException when it is not known what is published; then nothing is done
   * @throws IOException when nights lie otherwise than in the layout of this run
   */
  public List<String> finishPublications() throws IOException {
    Journal journal = new Journal(warehouse);
    List<String> finished = new ArrayList<>();
    for (Publication publication : journal.unfinished()) {
      if (isOvertaken(publication)) {
        LOG.warn("Run {} prepared to publish after its lock was broken", publication.runId());
        journal.drop(publication);
        continue;
      }
      LOG.warn("Run {} died while publishing; finishing it", publication.runId());
      warehouse.checkLayout(publication.next());
      journal.finish(publication, step -> {});
      finished.add(publication.runId());
    }
    removeClaims();
    Manifest manifest = warehouse.manifest();
    warehouse.checkLayout(manifest);
    if (warehouse.layout() == Layout.RUN_FOLDERS) {
      removeUnpublishedFolders(manifest);
    }
    // A lost pointer, or one that lags, would mislead readers until the next night.
    if (manifest.number() > 0) {
      new Manifests(warehouse).point(manifest);
    }
    return finished;
  }

  /** Of runs that died while they took a lock over: that lock is no more. */
  private void removeClaims() throws IOException {
    for (FileStatus claim :
        Listing.matching(warehouse.files(), warehouse.controlFile("breaking-*"))) {
      warehouse.files().delete(claim.getPath(), /* recursive= */ false);
    }
  }

  /** Whether another run has published since it was planned. */
  private boolean isOvertaken(Publication publication) throws IOException {
    // Of a manifest that is lost the journal is the only copy.
    Manifest newest = new Manifests(warehouse).newestThere();
    long number = publication.next().number();
    return newest.number() > number
        || (newest.number() == number && !newest.runId().equals(publication.runId()));
  }

  /** Runs that left tables they were making: those that failed, and those that died. */
  public List<String> unfinishedRuns() throws IOException {
    return Listing.of(warehouse.files(), warehouse.below("work")).stream()
        .map(run -> run.getPath().getName())
        .toList();
  }

  private void removeUnpublishedFolders(Manifest manifest) throws IOException {
    Set<String> known =
        manifest.nights().stream().map(Manifest.Night::folder).collect(Collectors.toSet());
    manifest.retired().forEach(retired -> known.add(retired.folder()));
    for (String run : unfinishedRuns()) {
      Path folders = warehouse.below("tables/*/date=*/run=" + run);
      for (FileStatus folder : Listing.matching(warehouse.files(), folders)) {
        if (!known.contains(warehouse.relative(folder.getPath()))) {
          warehouse.files().delete(folder.getPath(), /* recursive= */ true);
        }
      }
    }
  }
}
