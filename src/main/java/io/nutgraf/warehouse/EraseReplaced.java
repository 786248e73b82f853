package io.nutgraf.warehouse;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Deletes for good what is published no more: replaced folders whatever their age, the state, old
 * manifests, and the pages of earlier runs, which quote paragraphs. Part of a takedown.
 */
public record EraseReplaced(Warehouse warehouse, String runId) {
  private static final String PAGE = "report.html";
  private static final String ANNOUNCED = "control/erasing";

  /** The run that announced it and did not come to its end. */
  public static Optional<String> announced(Warehouse warehouse) throws IOException {
    Path mark = warehouse.below(ANNOUNCED);
    return warehouse.files().exists(mark)
        ? Optional.of(warehouse.wholeFile().read(mark).strip())
        : Optional.empty();
  }

  /** Before anything is published: should the run die, the next one knows. */
  public void announce() throws IOException {
    warehouse.wholeFile().write(warehouse.below(ANNOUNCED), runId);
  }

  /** When nothing is left to erase. */
  public void end() throws IOException {
    delete(ANNOUNCED);
  }

  public void apply() throws IOException {
    Manifest manifest = warehouse.manifest();
    for (Manifest.Retired retired : manifest.retired()) {
      delete(retired.folder());
    }
    delete("trash");
    delete("state");
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
