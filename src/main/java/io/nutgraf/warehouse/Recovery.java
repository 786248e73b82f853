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
      journal.finish(publication, step -> {});
      finished.add(publication.runId());
    }
    if (warehouse.layout() == Layout.RUN_FOLDERS) {
      removeUnpublishedFolders();
    }
    // A lost pointer, or one that lags, would mislead readers until the next night.
    Manifest manifest = warehouse.manifest();
    if (manifest.number() > 0) {
      new Manifests(warehouse).point(manifest);
    }
    return finished;
  }

  /** Whether another run has published since it was planned. */
  private boolean isOvertaken(Publication publication) throws IOException {
    Manifest newest = warehouse.manifest();
    long number = publication.next().number();
    return newest.number() > number
        || (newest.number() == number && !newest.runId().equals(publication.runId()));
  }

  /** Runs that left tables they were making: those that failed, and those that died. */
  public List<String> unfinishedRuns() throws IOException {
    Path work = warehouse.below("work");
    List<String> runs = new ArrayList<>();
    if (warehouse.files().exists(work)) {
      for (FileStatus run : warehouse.files().listStatus(work)) {
        runs.add(run.getPath().getName());
      }
    }
    return runs;
  }

  private void removeUnpublishedFolders() throws IOException {
    Manifest manifest = warehouse.manifest();
    Set<String> known =
        manifest.nights().stream().map(Manifest.Night::folder).collect(Collectors.toSet());
    manifest.retired().forEach(retired -> known.add(retired.folder()));
    for (String run : unfinishedRuns()) {
      FileStatus[] folders =
          warehouse.files().globStatus(warehouse.below("tables/*/date=*/run=" + run));
      for (FileStatus folder : folders == null ? new FileStatus[0] : folders) {
        if (!known.contains(warehouse.relative(folder.getPath()))) {
          warehouse.files().delete(folder.getPath(), /* recursive= */ true);
        }
      }
    }
  }
}
