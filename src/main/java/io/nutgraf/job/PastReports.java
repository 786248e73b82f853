package io.nutgraf.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The run.json of runs that are over. */
final class PastReports {
  /** Parts of run.json that hold names out of articles. */
  private static final Logger LOG = LoggerFactory.getLogger(PastReports.class);

  private static final List<String> NAMING = List.of("gaps", "corrections", "warnings", "message");

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Warehouse warehouse;

  PastReports(Warehouse warehouse) {
    this.warehouse = warehouse;
  }

  /** Takes out what could name somebody who was in a forgotten article. */
  void removeNames(String ownRunId) throws IOException {
    for (String runId : warehouse.runs()) {
      RunFolder folder = new RunFolder(warehouse, runId);
      Optional<String> written = folder.read(RunJson.FILE);
      if (!runId.equals(ownRunId) && written.isPresent()) {
        ObjectNode run = parse(runId, written.get());
        run.remove(NAMING);
        folder.write(RunJson.FILE, JSON.writeValueAsString(run) + "\n");
      }
    }
  }

  /** One that cannot be read may name somebody all the same. */
  private static ObjectNode parse(String runId, String written) {
    try {
      if (JSON.readTree(written) instanceof ObjectNode run) {
        return run;
      }
    } catch (JsonProcessingException e) {
      LOG.warn("What run {} did could not be read, and is taken out: {}", runId, e.getMessage());
    }
    return JSON.createObjectNode().put("run_id", runId).put("status", "unknown");
  }
}
