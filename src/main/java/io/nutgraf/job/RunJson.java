package io.nutgraf.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.nutgraf.table.Runs;
import io.nutgraf.warehouse.RunFolder;
import java.io.IOException;
import java.util.List;
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
            report.config().parameters(),
            report.counts(),
            report.gates(),
            report.secondsSoFar());
    return spark.createDataFrame(List.of(row), Runs.TABLE.schema());
  }
}
