package io.nutgraf.job;

import io.nutgraf.table.Table;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.WrittenTable;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes one table after another and tells the terminal, the log and the report. For those that are
 * made {@link #beside} there is another of these.
 */
final class Steps {
  private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

  private final StagedTables staged;
  private final LocalDate night;
  private final Progress progress;
  private final RunReport report;
  private final LapClock clock;

  /**
   * @param night of the tables that will be published
   */
  Steps(StagedTables staged, LocalDate night, Progress progress, RunReport report) {
    this(staged, night, progress, report, report.clock());
  }

  private Steps(
      StagedTables staged, LocalDate night, Progress progress, RunReport report, LapClock clock) {
    this.staged = staged;
    this.night = night;
    this.progress = progress;
    this.report = report;
    this.clock = clock;
  }

  /** For another thread, whose seconds are its own. */
  Steps beside() {
    return new Steps(staged, night, progress, report, new LapClock());
  }

  /**
   * Stages a table and gives what was written. Its rows are counted where they were read back; its
   * seconds are those since the table before, so that jobs which a stage starts on its own count.
   */
  Dataset<Row> make(Table table, Dataset<Row> rows) {
    return tell(
        table,
        () ->
            table.kind().isPublished()
                ? staged.write(table, night, rows)
                : staged.write(table, rows));
  }

  /** The same of rows that were made anew, beside those of the table that are taken over. */
  Dataset<Row> make(Table table, Scope scope, Dataset<Row> rows) {
    return make(table, scope.complete(table, rows));
  }

  /** Adds rows to a table that is kept from run to run, and gives all of it. */
  Dataset<Row> add(Table table, EarlierSnapshots earlier, Dataset<Row> rows) {
    return tell(table, () -> staged.add(table, earlier, rows));
  }

  /** What {@link #add} has added. */
  Dataset<Row> added(Table table) {
    return staged.added(table);
  }

  /** Leaves a table that is kept from run to run as it is, and gives it. */
  Dataset<Row> takeOver(Table table, EarlierSnapshots earlier) {
    return tell(table, () -> staged.takeOver(table, earlier));
  }

  private Dataset<Row> tell(Table table, Supplier<WrittenTable> how) {
    WrittenTable written = how.get();
    long count = written.count();
    double seconds = clock.lap();
    report.made(table.name(), count, seconds);
    progress.finished(table.name(), count, seconds);
    LOG.info("run={} table={} rows={} seconds={}", report.runId(), table.name(), count, seconds);
    return written.rows();
  }
}
