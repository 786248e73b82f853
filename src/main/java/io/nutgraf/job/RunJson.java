package io.nutgraf.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nutgraf.table.Runs;
import io.nutgraf.warehouse.PendingErasure;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The report of a run as run.json and as a row of the runs table. */
final class RunJson {
  private static final Logger LOG = LoggerFactory.getLogger(RunJson.class);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static final String FILE = "run.json";

  private RunJson() {}

  static void write(RunFolder folder, RunReport report) throws IOException {
    folder.write(FILE, JSON.writeValueAsString(report.toMap()) + "\n");
  }

  /**
   * What an earlier run said of itself; empty where it said nothing. One that cannot be read is of
   * unknown status.
   */
  static Optional<ObjectNode> read(Warehouse warehouse, String runId) throws IOException {
    return new RunFolder(warehouse, runId).read(FILE).map(written -> parse(runId, written));
  }

  private static ObjectNode parse(String runId, String written) {
    try {
      if (JSON.readTree(written) instanceof ObjectNode run) {
        return run;
      }
      LOG.warn("What run {} said of itself is no object", runId);
    } catch (JsonProcessingException e) {
      LOG.warn("What run {} said of itself cannot be read: {}", runId, e.getOriginalMessage());
    }
    return JSON.createObjectNode().put("run_id", runId).put("status", "unknown");
  }

  static void write(Warehouse warehouse, String runId, ObjectNode run) throws IOException {
    new RunFolder(warehouse, runId).write(FILE, JSON.writeValueAsString(run) + "\n");
  }

  static Dataset<Row> row(SparkSession spark, RunReport report) {
    Row row =
        RowFactory.create(
            report.runId(),
            report.versions(),
            report.parameters(),
            report.counts(),
            report.gates(),
            report.secondsSoFar());
    return spark.createDataFrame(List.of(row), Runs.TABLE.schema());
  }

  /**
   * What a takedown leaves when nothing is left to erase: how many rows, and no content.
   *
   * @param finishedBy the run that erased the last of it; the takedown itself, if nothing went
   *     wrong
   */
  static String receipt(PendingErasure done, String finishedBy) throws IOException {
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("run_id", done.runId());
    receipt.put("finished_by", finishedBy);
    receipt.put("at", Instant.now().toString());
    receipt.put("removed_rows", new TreeMap<>(done.removedRows()));
    return JSON.writeValueAsString(receipt) + "\n";
  }
}
