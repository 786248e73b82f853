package io.nutgraf.job;

import io.nutgraf.warehouse.EraseReplaced;
import io.nutgraf.warehouse.PendingErasure;
import io.nutgraf.warehouse.PendingErasures;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a takedown deletes beside the rows that it publishes no more. Announced before anything is
 * published, so that later runs finish it when the takedown dies in between, or when the sink
 * cannot be erased. Its receipt is written when nothing is left. To be called under the lock.
 *
 * @param sink that of the command which is running
 */
record Erasure(SparkSession spark, Warehouse warehouse, Sink sink) {
  static final String RECEIPT = "receipt.json";

  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  /**
   * Writes down what will have to be erased.
   *
   * @param removedRows rows taken out by table
   */
  void announce(String runId, Map<String, Long> removedRows) throws IOException {
    new PendingErasures(warehouse)
        .put(new PendingErasure(runId, removedRows, sink.options(), /* warehouseDone= */ false));
  }

  /**
   * Deletes what this takedown has announced; may be called again, as long as it did not return.
   *
   * @throws IOException when something cannot be deleted; a later run tries again
   */
  void carryOut(String runId) throws IOException {
    for (PendingErasure erasure : new PendingErasures(warehouse).all()) {
      if (erasure.runId().equals(runId)) {
        eraseSink(eraseWarehouse(erasure), runId);
      }
    }
  }

  /**
   * Does what earlier takedowns have announced and not carried out, as far as this command can: the
   * tables of a sink can be erased only by one that has its options. Nothing here keeps the command
   * from its own work.
   */
  void finish(RunReport report) throws IOException {
    for (PendingErasure erasure : new PendingErasures(warehouse).all()) {
      if (erasure.warehouseDone() || wasPublished(erasure)) {
        LOG.warn("Takedown {} had not erased all; finishing it", erasure.runId());
        finish(erasure, report);
      } else {
        new PendingErasures(warehouse).remove(erasure.runId());
        warn(
            report,
            "Takedown %s died before it published anything, so what it was to take down is still"
                    .formatted(erasure.runId())
                + " there: run nutgraf forget again");
      }
    }
  }

  private void finish(PendingErasure announced, RunReport report) {
    try {
      finishAsFarAsPossible(announced, report);
    } catch (IOException e) {
      warn(report, "Takedown %s is not done: %s".formatted(announced.runId(), e.getMessage()));
    }
  }

  private void finishAsFarAsPossible(PendingErasure announced, RunReport report)
      throws IOException {
    PendingErasure erasure = eraseWarehouse(announced);
    if (erasure.needsOtherThan(sink)) {
      warn(
          report,
          ("Takedown %s is not done: the warehouse is, but older snapshots, tags and files of its"
                  + " Iceberg tables may still hold what was taken down. Run any command that"
                  + " changes the warehouse with %s, for example nutgraf compact")
              .formatted(erasure.runId(), erasure.sink()));
      return;
    }
    eraseSink(erasure, report.runId());
  }

  /** A takedown makes snapshots at least, and the next run sees them before it replaces any. */
  private boolean wasPublished(PendingErasure erasure) throws IOException {
    return warehouse.manifest().nights().stream()
        .anyMatch(night -> night.runId().equals(erasure.runId()));
  }

  private PendingErasure eraseWarehouse(PendingErasure erasure) throws IOException {
    if (erasure.warehouseDone()) {
      return erasure;
    }
    new EraseReplaced(warehouse, erasure.runId()).apply();
    new PastReports(warehouse).removeNames(erasure.runId());
    PendingErasure rest = erasure.withWarehouseDone();
    new PendingErasures(warehouse).put(rest);
    return rest;
  }

  /** The last of it. */
  private void eraseSink(PendingErasure erasure, String finishedBy) throws IOException {
    if (erasure.sink() == null || !erasure.sink().isEmpty()) {
      sink.follow(spark, warehouse, erasure.runId(), Sink.Replaced.ERASE);
    }
    new RunFolder(warehouse, erasure.runId()).write(RECEIPT, RunJson.receipt(erasure, finishedBy));
    new PendingErasures(warehouse).remove(erasure.runId());
  }

  private static void warn(RunReport report, String warning) {
    LOG.warn(Redaction.text(warning));
    report.warn(warning);
  }
}
