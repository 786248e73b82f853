package io.nutgraf.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The run.json of runs that are over. */
final class PastReports {
  /** Parts of run.json that hold names out of articles. */
  private static final List<String> NAMING = List.of("gaps", "corrections", "warnings", "message");

  private final Warehouse warehouse;

  PastReports(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /**
   * Takes out what could name somebody who was in a forgotten article; of one that cannot be read,
   * all.
   */
  void removeNames(String ownRunId) throws IOException {
    for (String runId : warehouse.runs()) {
      Optional<ObjectNode> run = RunJson.read(warehouse, runId);
      if (!runId.equals(ownRunId) && run.isPresent()) {
        RunJson.write(warehouse, runId, run.get().remove(NAMING));
      }
    }
  }
}
