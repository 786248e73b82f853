package io.nutgraf.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.nutgraf.table.Runs;
import io.nutgraf.warehouse.PendingErasure;
import io.nutgraf.warehouse.RunFolder;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The report of a run as run.json and as a row of the runs table. */
final class RunJson {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static final String FILE = "run.json";

  private RunJson() {}

  static void write(RunFolder folder, RunReport report) throws IOException {
    folder.write(FILE, JSON.writeValueAsString(report.toMap()) + "\n");
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
