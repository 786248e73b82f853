package io.nutgraf.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nutgraf.warehouse.Recovery;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs that were killed before they could say how they ended. The next run finishes what they were
 * publishing and writes the end into their run.json: {@code published} or {@code died}.
 */
final class DiedRuns {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Warehouse warehouse;

  DiedRuns(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  void close(WarehouseLock lock) throws IOException {
    Recovery recovery = new Recovery(warehouse);
    Set<String> runs = new TreeSet<>(recovery.finishPublications());
    runs.addAll(recovery.unfinishedRuns());
    lock.brokenRunId().ifPresent(runs::add);
    Set<String> published = new TreeSet<>();
    warehouse.manifest().nights().forEach(night -> published.add(night.runId()));
    for (String runId : runs) {
      close(runId, published.contains(runId));
    }
  }

  private void close(String runId, boolean isPublished) throws IOException {
    RunFolder folder = new RunFolder(warehouse, runId);
    Optional<String> written = folder.read(RunJson.FILE);
    if (written.isEmpty()
        || !(JSON.readTree(written.get()) instanceof ObjectNode run)
        || !run.path("status").asText().equals("running")) {
      return;
    }
    run.put("status", isPublished ? "published" : "died");
    run.put(
        "message",
        isPublished
            ? "It was killed while publishing; the next run finished that"
            : "It was killed; nothing of it is published");
    folder.write(RunJson.FILE, JSON.writeValueAsString(run) + "\n");
  }
}
