package io.nutgraf.job;

import io.nutgraf.corpus.InputMissingException;
import io.nutgraf.warehouse.Layout;
import io.nutgraf.warehouse.LockedException;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * A run that changes a warehouse, whatever it does there: one at a time holds it, what a run that
 * died left behind is put in order first, and run.json always tells how it ended.
 */
final class WarehouseRun {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseRun.class);

  private final SparkSession spark;
  private final String root;
  private final Layout layout;
  private final WarehouseLock.Stale stale;
  private final Sink sink;

  /** What is done while the warehouse is held. */
  interface Work {
    void make(Warehouse warehouse, WarehouseLock lock) throws IOException;
  }

  WarehouseRun(SparkSession spark, CountingConfig config) {
    CountingConfig.Publishing publishing = config.publishing();
    this.spark = spark;
    this.root = config.warehouse();
    this.layout = publishing.chosenLayout();
    this.stale = publishing.breaksLock() ? WarehouseLock.Stale.BREAK : WarehouseLock.Stale.RESPECT;
    this.sink = publishing.chosenSink();
  }

  /**
   * Does the work.
   *
   * @throws NightException when it ends without publishing; run.json then says why
   */
  RunReport run(RunReport report, Work work) {
    // Left there, so that whoever logs why the run failed names it too.
    MDC.put("run", report.runId());
    MDC.put("date", report.date().toString());
    LOG.info("run={} date={} started", report.runId(), report.date());
    try {
      hold(report, work);
      return report;
    } catch (InputMissingException | LockedException e) {
      throw new NightException(RunEnd.outcome(e), e.getMessage(), e);
    } catch (IOException e) {
      report.endedEarly(e);
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (Throwable e) {
      report.endedEarly(e);
      throw e;
    } finally {
      LOG.info(
          "run={} date={} status={} seconds={} {}",
          report.runId(),
          report.date(),
          report.status(),
          report.seconds(),
          report.message());
    }
  }

  private void hold(RunReport report, Work work) throws IOException {
    Warehouse warehouse = new Warehouse(spark, root, layout);
    RunFolder folder = new RunFolder(warehouse, report.runId());
    report.locate(warehouse);
    RunJson.write(folder, report);
    RunEnd end = new RunEnd(folder, report);
    try (WarehouseLock lock = take(warehouse, report.runId(), end)) {
      make(warehouse, lock, end, work);
    } finally {
      leaveSession();
    }
  }

  private WarehouseLock take(Warehouse warehouse, String runId, RunEnd end) throws IOException {
    try {
      return WarehouseLock.take(warehouse, runId, stale);
    } catch (Throwable e) {
      end.failed(e);
      throw e;
    }
  }

  /**
   * Writes the end, too, while the lock is held: of a run that nobody holds a lock for and that
   * says it is running, the next one knows that it died. An Error ends a run like any failure, and
   * so do exceptions that Spark throws without declaring them.
   */
  private void make(Warehouse warehouse, WarehouseLock lock, RunEnd end, Work work)
      throws IOException {
    try {
      new DiedRuns(warehouse, end.report().runId()).close(lock);
      new Erasure(spark, warehouse, sink).finish(end.report());
      sink.check(spark);
      work.make(warehouse, lock);
    } catch (Throwable e) {
      end.failed(e);
      throw e;
    }
    end.published();
  }

  /** The run has ended and said how: what becomes of the session cannot change that. */
  private void leaveSession() {
    try {
      PlanCompiler.reset(spark);
      spark.catalog().clearCache();
    } catch (RuntimeException | Error e) {
      LOG.warn("The session is not as it was before the run: {}", e.toString());
    }
  }
}
