package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/**
 * The takedowns that have not erased all yet, {@code control/erasing}; the file is there as long as
 * there is one. To be used under the lock.
 */
public final class PendingErasures {
  private static final String FILE = "erasing";

  private final Warehouse warehouse;

  /** The file. */
  record Listed(List<PendingErasure> pending) {}

  public PendingErasures(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** All of them, oldest first. */
  public List<PendingErasure> all() throws IOException {
    Path file = warehouse.controlFile(FILE);
    if (!warehouse.files().exists(file)) {
      return List.of();
    }
    String content = warehouse.wholeFile().read(file).strip();
    // Earlier versions wrote the name of the run and nothing else.
    return content.startsWith("{")
        ? List.copyOf(Json.parse(content, Listed.class).pending())
        : List.of(
            new PendingErasure(content, Map.of(), /* sink= */ null, /* warehouseDone= */ false));
  }

  /** Writes one down, in place of what was known of the same takedown. */
  public void put(PendingErasure erasure) throws IOException {
    List<PendingErasure> pending = without(erasure.runId());
    pending.add(erasure);
    write(pending);
  }

  /** Nothing of it is left to erase. */
  public void remove(String runId) throws IOException {
    write(without(runId));
  }

  private List<PendingErasure> without(String runId) throws IOException {
    List<PendingErasure> others = new ArrayList<>(all());
    others.removeIf(erasure -> erasure.runId().equals(runId));
    return others;
  }

  private void write(List<PendingErasure> pending) throws IOException {
    Path file = warehouse.controlFile(FILE);
    if (pending.isEmpty()) {
      warehouse.files().delete(file, /* recursive= */ false);
    } else {
      warehouse.wholeFile().write(file, Json.format(new Listed(pending)));
    }
  }
}
