package io.nutgraf.job;

import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.corpus.InputMissingException;
import io.nutgraf.table.Runs;
import io.nutgraf.table.Tables;
import io.nutgraf.warehouse.Facts;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.RunFolder;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * One night, from articles to published tables. {@link FactSteps} and {@link SnapshotSteps} know
 * the order of the stages, and nobody else does.
 *
 * <p>Facts are made from the night's input alone; snapshots from the facts of all nights. Each
 * table is staged once, checked, and only then is anything published.
 */
public final class Night {
  private final NightConfig config;
  private final NetworkSteps networkSteps;

  /**
   * @throws IllegalArgumentException for wrong settings of the network
   */
  public Night(NightConfig config) {
    this.config = config;
    this.networkSteps = new NetworkSteps(config);
  }

  /**
   * Runs the night.
   *
   * @throws NightException when it ends without publishing; run.json then says why
   */
  public RunReport run(SparkSession spark, Progress progress) {
    RunReport report = new RunReport(RunIds.next(config.date()), config, Versions.all());
    try {
      Warehouse warehouse = new Warehouse(spark, config.warehouse());
      RunFolder folder = new RunFolder(warehouse, report.runId());
      report.locate(warehouse.root().toString());
      RunJson.write(folder, report);
      try {
        publish(spark, progress, report, warehouse);
        report.ended(Outcome.PUBLISHED, "");
      } catch (InputMissingException e) {
        report.ended(Outcome.INPUT_MISSING, e.getMessage());
        throw new NightException(Outcome.INPUT_MISSING, e.getMessage(), e);
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

  private void publish(SparkSession spark, Progress progress, RunReport report, Warehouse warehouse)
      throws IOException {
    StagedTables staged = new StagedTables(spark, warehouse, report.runId());
    Steps steps = new Steps(staged, progress, report);
    DictionaryFiles files =
        new DictionaryFiles(spark.sparkContext().hadoopConfiguration(), config.naming());
    Corrections corrections = files.corrections(report);
    Broadcast<Dictionary> dictionary =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(files.load(report));

    new FactSteps(config, spark, steps, report).make(dictionary, corrections);
    Facts facts = new Facts(spark, warehouse, staged, config.date());
    new SnapshotSteps(config, networkSteps, steps, report).make(facts, dictionary);
    steps.make(Runs.TABLE, RunJson.row(spark, report));

    Publisher publisher = new Publisher(warehouse, staged, report.runId());
    publisher.publish(Tables.FACTS, config.date());
    publisher.publish(Tables.SNAPSHOTS, facts.newestNight());
    publisher.keepNewest(Tables.SNAPSHOTS, config.keepSnapshots());
    staged.clear();
  }
}
