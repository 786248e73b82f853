package io.nutgraf.job;

import io.nutgraf.actor.Corrections;
import io.nutgraf.quality.Gates;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Runs;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.Facts;
import io.nutgraf.warehouse.Forgotten;
import io.nutgraf.warehouse.Manifest;
import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.ReadingsState;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.SnapshotState;
import io.nutgraf.warehouse.StagedTables;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/**
 * One night, from articles to published tables. {@link FactSteps} and {@link SnapshotSteps} know
 * the order of the stages, and nobody else does.
 *
 * <p>Facts are made from the night's input and the settings it is read by; snapshots from the facts
 * of all nights. Each table is staged once, checked, and only then is anything published.
 */
public final class Night {
  private final NightConfig config;
  private final Gates gates;
  private final SnapshotSteps snapshotSteps;
  private final Optional<MetricsFile> metrics;

  /**
   * @throws io.nutgraf.setting.WrongSettingException for wrong settings
   */
  public Night(NightConfig config) {
    NightConfig.Checks checks = config.checks();
    this.config = config;
    this.gates = new Gates(checks.minArticles(), checks.maxQuarantineShare(), checks.maxDrop());
    this.snapshotSteps = new SnapshotSteps(config.counting());
    this.metrics = Optional.ofNullable(config.metricsFile()).map(MetricsFile::new);
  }

  /**
   * Runs the night.
   *
   * @throws NightException when it ends without publishing; run.json then says why
   */
  public RunReport run(SparkSession spark, Progress progress) {
    RunReport report =
        new RunReport(
            RunIds.next("night-" + config.date()),
            config.date(),
            config.parameters(),
            Versions.all());
    try {
      return new WarehouseRun(spark, config.counting())
          .run(report, (warehouse, lock) -> make(spark, progress, report, warehouse, lock));
    } finally {
      metrics.ifPresent(file -> file.write(report));
    }
  }

  private void make(
      SparkSession spark,
      Progress progress,
      RunReport report,
      Warehouse warehouse,
      WarehouseLock lock)
      throws IOException {
    Manifest before = warehouse.manifest();
    StagedTables staged = new StagedTables(spark, warehouse, report.runId());
    staged.takeCheckpoints();
    Steps steps = new Steps(staged, config.date(), progress, report);
    LoadedActors actors = LoadedActors.load(spark, config.counting().naming(), report);
    Corrections corrections = actors.corrections();
    PublishedTables published = new PublishedTables(spark, warehouse, before);
    EarlierNights others = EarlierNights.without(config.date(), published);
    others.tellOfOtherNames(report);
    EvidenceSteps evidenceSteps = new EvidenceSteps(config.counting().pairing(), report);

    new FactSteps(config, spark, steps, report, evidenceSteps)
        .make(
            actors.dictionary(),
            corrections,
            Forgotten.of(warehouse),
            new ReadingsState(spark, warehouse, actors.version()),
            intake -> gates.look(intake, articlesBefore(before)));
    Facts facts = new Facts(published, staged);
    SnapshotState state = config.counting().snapshotState(spark, warehouse);
    if (config.makesSnapshots()) {
      evidenceSteps.makeAgain(
          published, others.notPairedBy(config.counting().pairing()), staged, progress);
      Optional<EarlierSnapshots> earlier = state.earlier(before, facts);
      PlanCompiler.expect(
          spark,
          earlier.isPresent() ? PlanCompiler.readForChanges(facts.articles()) : facts.articles());
      snapshotSteps.make(
          facts,
          earlier,
          actors.dictionary(),
          new Steps(staged, facts.newestNight(), progress, report),
          report);
      report.locateSnapshots(warehouse, facts.newestNight());
    }
    steps.make(Runs.TABLE, RunJson.row(spark, report));
    config
        .counting()
        .publishing()
        .publisher()
        .publish(spark, warehouse, lock, staged, report.runId(), progress::publishing);
    if (config.makesSnapshots()) {
      state.keep(staged, facts);
    }
    config
        .counting()
        .publishing()
        .chosenSink()
        .follow(spark, warehouse, report.runId(), Sink.Replaced.KEEP);
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
