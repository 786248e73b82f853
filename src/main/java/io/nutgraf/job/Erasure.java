package io.nutgraf.job;

import io.nutgraf.warehouse.EraseReplaced;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a takedown deletes beside the rows that it publishes no more. Announced before anything is
 * published, so that the next run finishes it when the takedown dies in between. To be called under
 * the lock.
 */
record Erasure(SparkSession spark, Warehouse warehouse, Sink sink) {
  private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

  void announce(String runId) throws IOException {
    new EraseReplaced(warehouse, runId).announce();
  }

  /** Deletes; may be called again, as long as it did not return. */
  void carryOut(String runId) throws IOException {
    EraseReplaced replaced = new EraseReplaced(warehouse, runId);
    replaced.apply();
    new PastReports(warehouse).removeNames(runId);
    sink.follow(spark, warehouse, runId, Sink.Replaced.ERASE);
    replaced.end();
  }

  /** Does what a takedown has announced and not carried out. */
  void finish() throws IOException {
    Optional<String> runId = EraseReplaced.announced(warehouse);
    if (runId.isPresent()) {
      LOG.warn("Takedown {} died before it had erased all; finishing it", runId.get());
      carryOut(runId.get());
    }
  }
}
