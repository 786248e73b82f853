package io.nutgraf.job;

import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.corpus.InputMissingException;
import io.nutgraf.quality.Gates;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Runs;
import io.nutgraf.warehouse.Facts;
import io.nutgraf.warehouse.Layout;
import io.nutgraf.warehouse.LockedException;
import io.nutgraf.warehouse.Manifest;
import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * One night, from articles to published tables. {@link FactSteps} and {@link SnapshotSteps} know
 * the order of the stages, and nobody else does.
 *
 * <p>Facts are made from the night's input alone; snapshots from the facts of all nights. Each
 * table is staged once, checked, and only then is anything published. One run at a time holds the
 * warehouse; what a run that died left behind is put in order first.
 */
public final class Night {
  private final NightConfig config;
  private final NetworkSteps networkSteps;
  private final Gates gates;
  private final Layout layout;

  /**
   * @throws IllegalArgumentException for wrong settings of the network, the checks or the layout
   */
  public Night(NightConfig config) {
    this.config = config;
    this.networkSteps = new NetworkSteps(config);
    NightConfig.Checks checks = config.checks();
    this.gates = new Gates(checks.minArticles(), checks.maxQuarantineShare(), checks.maxDrop());
    String wanted = config.publishing().layout();
    this.layout = wanted.equals("auto") ? null : Choices.parse(Layout.class, "--layout", wanted);
  }

  /**
   * Runs the night.
   *
   * @throws NightException when it ends without publishing; run.json then says why
   */
  public RunReport run(SparkSession spark, Progress progress) {
    RunReport report = new RunReport(RunIds.next(config.date()), config, Versions.all());
    try {
      Warehouse warehouse = new Warehouse(spark, config.warehouse(), layout);
      RunFolder folder = new RunFolder(warehouse, report.runId());
      report.locate(warehouse.root().toString());
      RunJson.write(folder, report);
      try (WarehouseLock lock = lock(warehouse, report)) {
        new DiedRuns(warehouse).close(lock);
        publish(spark, progress, report, warehouse, lock);
        report.ended(Outcome.PUBLISHED, "");
      } catch (InputMissingException e) {
        report.ended(Outcome.INPUT_MISSING, e.getMessage());
        throw new NightException(Outcome.INPUT_MISSING, e.getMessage(), e);
      } catch (LockedException e) {
        report.ended(Outcome.LOCKED, e.getMessage());
        throw new NightException(Outcome.LOCKED, e.getMessage(), e);
      } catch (NightException e) {
        report.ended(e.outcome(), e.getMessage());
        throw e;
      } catch (RuntimeException | IOException e) {
        report.ended(Outcome.FAILED, e.toString());
        throw e;
      } finally {
        RunJson.write(folder, report);
        RunPage.write(folder, report);
      }
      return report;
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private WarehouseLock lock(Warehouse warehouse, RunReport report) throws IOException {
    return WarehouseLock.take(
        warehouse,
        report.runId(),
        config.publishing().breaksLock() ? WarehouseLock.Stale.BREAK : WarehouseLock.Stale.RESPECT);
  }

  private void publish(
      SparkSession spark,
      Progress progress,
      RunReport report,
      Warehouse warehouse,
      WarehouseLock lock)
      throws IOException {
    Manifest before = warehouse.manifest();
    StagedTables staged = new StagedTables(spark, warehouse, report.runId());
    Facts facts = new Facts(new PublishedTables(spark, warehouse, before), staged);
    DictionaryFiles files =
        new DictionaryFiles(spark.sparkContext().hadoopConfiguration(), config.naming());
    Corrections corrections = files.corrections(report);
    Broadcast<Dictionary> dictionary =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(files.load(report));

    Steps factSteps = new Steps(staged, config.date(), progress, report);
    new FactSteps(config, spark, factSteps, report, gates, articlesBefore(before))
        .make(dictionary, corrections);
    Steps snapshotSteps = new Steps(staged, facts.newestNight(), progress, report);
    new SnapshotSteps(config, networkSteps, snapshotSteps, report).make(facts, dictionary);
    factSteps.make(Runs.TABLE, RunJson.row(spark, report));

    NightConfig.Publishing publishing = config.publishing();
    new Publisher(publishing.keepSnapshots(), Duration.ofHours(publishing.keepReplacedHours()))
        .publish(
            spark, warehouse, lock, staged, report.runId(), report.counts(), progress::publishing);
  }

  /** Articles of the nights before this one, for what is usual. */
  private List<Long> articlesBefore(Manifest published) {
    return published
        .nights(Articles.TABLE)
        .headMap(config.date(), /* inclusive= */ false)
        .descendingMap()
        .values()
        .stream()
        .limit(Gates.NIGHTS_BEFORE)
        .map(Manifest.Night::rows)
        .toList();
  }
}
