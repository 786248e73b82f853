package io.nutgraf.job;

import io.nutgraf.actor.FindMentions;
import io.nutgraf.paragraph.SpellTexts;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Spellings;
import io.nutgraf.table.Tables;
import io.nutgraf.table.Texts;
import io.nutgraf.warehouse.CompactNights;
import io.nutgraf.warehouse.Facts;
import io.nutgraf.warehouse.ForgetArticles;
import io.nutgraf.warehouse.Manifest;
import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.ReadingsState;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.SnapshotState;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Work on what is published already: snapshots made again, articles taken down, files merged. */
public final class Upkeep {
  private final CountingConfig config;
  private final SnapshotSteps snapshotSteps;
  private final Sink sink;

  /**
   * @throws io.nutgraf.setting.WrongSettingException for wrong settings
   */
  public Upkeep(CountingConfig config) {
    this.config = config;
    this.snapshotSteps = new SnapshotSteps(config);
    this.sink = config.publishing().chosenSink();
  }

  /**
   * Makes the snapshots again from the facts, for example with another threshold.
   *
   * @throws NightException when no night is published, or another run holds the warehouse
   */
  public RunReport remakeSnapshots(SparkSession spark, Progress progress) {
    RunReport report = report("snapshots");
    return new WarehouseRun(spark, config)
        .run(
            report,
            (warehouse, lock) ->
                remake(spark, progress, report, warehouse, lock, nights(spark, warehouse)));
  }

  /**
   * Takes articles down: out of the facts, the snapshots, the state, the trash and the pages of
   * earlier runs. Older snapshots are withdrawn. A receipt says how many rows, never which; it is
   * there when nothing is left to erase.
   *
   * @throws NightException when no night is published, or another run holds the warehouse
   */
  public RunReport forget(SparkSession spark, Progress progress, Takedown takedown) {
    ForgetArticles what = new ForgetArticles(takedown.articleIds(), takedown.sources());
    RunReport report = report("forget");
    return new WarehouseRun(spark, config)
        .run(
            report,
            (warehouse, lock) -> {
              PublishedTables published = nights(spark, warehouse);
              StagedTables staged = new StagedTables(spark, warehouse, report.runId());
              new EvidenceSteps(config.pairing(), report)
                  .tellOf(EarlierNights.of(published).notPairedBy(config.pairing()));
              what.block(warehouse);
              Map<String, Long> removed = what.stage(published, staged);
              removed.forEach((table, rows) -> report.count("removed_" + table, rows));
              makeSnapshots(
                  spark, progress, report, warehouse, new Facts(published, staged), staged);
              Publisher publisher =
                  new Publisher(1, config.publishing().publisher().keepReplaced());
              Erasure erasure = new Erasure(spark, warehouse, sink);
              erasure.announce(report.runId(), removed);
              publish(publisher, spark, progress, report, warehouse, lock, staged);
              erasure.carryOut(report.runId());
            });
  }

  /**
   * Merges small files, night by night; the rows stay.
   *
   * @throws NightException when no night is published, or another run holds the warehouse
   */
  public RunReport compact(SparkSession spark, Progress progress, int targetMib) {
    CompactNights how = new CompactNights((long) targetMib << 20);
    RunReport report = report("compact");
    return new WarehouseRun(spark, config)
        .run(
            report,
            (warehouse, lock) -> {
              PublishedTables published = nights(spark, warehouse);
              StagedTables staged = new StagedTables(spark, warehouse, report.runId());
              report.count("files_fewer", how.stage(Tables.PUBLISHED, published, staged));
              Publisher publisher =
                  new Publisher(Integer.MAX_VALUE, config.publishing().publisher().keepReplaced());
              publish(publisher, spark, progress, report, warehouse, lock, staged);
              sink.follow(spark, warehouse, report.runId(), Sink.Replaced.KEEP);
            });
  }

  /**
   * Makes the state again: each text of all nights is read for actors once more, and the snapshots
   * are made from all facts. Spellings that no text has are read when they come again.
   *
   * @throws NightException when no night is published, or another run holds the warehouse
   */
  public RunReport rebuildState(SparkSession spark, Progress progress) {
    RunReport report = report("rebuild-state");
    return new WarehouseRun(spark, config)
        .run(
            report,
            (warehouse, lock) -> {
              PublishedTables published = nights(spark, warehouse);
              LoadedActors actors = LoadedActors.load(spark, config.naming(), report);
              ReadingsState state = new ReadingsState(spark, warehouse, actors.version());
              state.delete(ReadingsState.Extent.ALL);
              SnapshotState.delete(warehouse);
              Dataset<Row> spellings =
                  new SpellTexts()
                      .apply(published.allNights(Texts.TABLE))
                      .dropDuplicates(Spellings.H1, Spellings.H2, Spellings.SPELLING);
              state.add(
                  report.runId(),
                  new FindMentions(actors.dictionary(), config.naming().tagging())
                      .apply(spellings));
              progress.finished("known_readings", state.count(), report.clock().lap());
              remake(spark, progress, report, warehouse, lock, published);
            });
  }

  private void remake(
      SparkSession spark,
      Progress progress,
      RunReport report,
      Warehouse warehouse,
      WarehouseLock lock,
      PublishedTables published)
      throws IOException {
    StagedTables staged = new StagedTables(spark, warehouse, report.runId());
    Facts facts = new Facts(published, staged);
    new EvidenceSteps(config.pairing(), report)
        .makeAgain(
            published, EarlierNights.of(published).notPairedBy(config.pairing()), staged, progress);
    makeSnapshots(spark, progress, report, warehouse, facts, staged);
    publish(config.publishing().publisher(), spark, progress, report, warehouse, lock, staged);
    config.snapshotState(spark, warehouse).keep(staged, facts);
    sink.follow(spark, warehouse, report.runId(), Sink.Replaced.KEEP);
  }

  private void makeSnapshots(
      SparkSession spark,
      Progress progress,
      RunReport report,
      Warehouse warehouse,
      Facts facts,
      StagedTables staged)
      throws IOException {
    LoadedActors actors = LoadedActors.load(spark, config.naming(), report);
    Steps steps = new Steps(staged, facts.newestNight(), progress, report);
    PlanCompiler.expect(spark, facts.articles());
    staged.takeCheckpoints();
    snapshotSteps.make(facts, Optional.empty(), actors.dictionary(), steps, report);
    report.locateSnapshots(warehouse, facts.newestNight());
  }

  private static void publish(
      Publisher publisher,
      SparkSession spark,
      Progress progress,
      RunReport report,
      Warehouse warehouse,
      WarehouseLock lock,
      StagedTables staged)
      throws IOException {
    publisher.publish(spark, warehouse, lock, staged, report.runId(), progress::publishing);
  }

  private PublishedTables nights(SparkSession spark, Warehouse warehouse) throws IOException {
    Manifest manifest = warehouse.manifest();
    NavigableMap<LocalDate, Manifest.Night> nights = manifest.nights(Articles.TABLE);
    if (nights.isEmpty()) {
      throw new NightException(
          Outcome.INPUT_MISSING,
          "No night is published in %s; give another folder with --warehouse"
              .formatted(warehouse.root()));
    }
    return new PublishedTables(spark, warehouse, manifest);
  }

  private static RunReport report(String what) {
    return new RunReport(
        RunIds.next(what), LocalDate.now(ZoneOffset.UTC), Map.of(), Versions.all());
  }
}
