package io.nutgraf.warehouse;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Deletes for good what is published no more: replaced folders whatever their age, the state, old
 * manifests, what runs that failed have left in their work folders, and the pages of earlier runs,
 * which quote paragraphs. Part of a takedown. To be called under the lock, which says that no other
 * run is alive, and while the run that holds it has nothing in its own work folder: after its
 * publication, or before its first table.
 */
public record EraseReplaced(Warehouse warehouse, String runId) {
  private static final String PAGE = "report.html";

  public void apply() throws IOException {
    Manifest manifest = warehouse.manifest();
    for (Manifest.Retired retired : manifest.retired()) {
      delete(retired.folder());
    }
    delete("trash");
    delete("state");
    delete("work");
    Manifests manifests = new Manifests(warehouse);
    Manifest clean =
        manifest
            .keeping(List.of())
            .next(runId, Instant.now().toString(), List.of(), List.of(), List.of());
    manifests.commit(clean);
    manifests.point(clean);
    manifests.prune(clean, /* keep= */ 0);
    for (FileStatus run : warehouse.files().listStatus(warehouse.below("runs"))) {
      if (!run.getPath().getName().equals(runId)) {
        warehouse.files().delete(new Path(run.getPath(), PAGE), /* recursive= */ false);
      }
    }
  }

  private void delete(String folder) throws IOException {
    warehouse.files().delete(warehouse.below(folder), /* recursive= */ true);
  }
}
