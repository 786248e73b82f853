package io.nutgraf.job;

import io.nutgraf.actor.Dictionary;
import io.nutgraf.cooccurrence.CountMarginals;
import io.nutgraf.cooccurrence.CountPairs;
import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Marginals;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.FactChanges;
import io.nutgraf.warehouse.Facts;
import java.util.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The steps that make the snapshots: functions of the facts of all nights. */
final class SnapshotSteps {
  private final CountingConfig config;
  private final NetworkSteps networkSteps;

  /**
   * @throws io.nutgraf.setting.WrongSettingException for wrong settings of the network
   */
  SnapshotSteps(CountingConfig config) {
    this.config = config;
    this.networkSteps = new NetworkSteps(config);
  }

  /**
   * Stages the snapshots over the facts of all nights.
   *
   * @param earlier the last snapshots, where what did not change since can be taken from them
   */
  void make(
      Facts facts,
      Optional<EarlierSnapshots> earlier,
      Broadcast<Dictionary> dictionary,
      Steps steps,
      RunReport report) {
    try (SideSteps beside = new SideSteps()) {
      make(facts, earlier, dictionary, steps, report, beside);
    }
  }

  private void make(
      Facts facts,
      Optional<EarlierSnapshots> earlier,
      Broadcast<Dictionary> dictionary,
      Steps steps,
      RunReport report,
      SideSteps beside) {
    CountingConfig.Pairing pairing = config.pairing();
    Optional<FactChanges> news = earlier.map(EarlierSnapshots::changes);
    Changes changes =
        earlier.isEmpty()
            ? new AllChanges(facts, steps)
            : new ChangesSince(earlier.get(), news.get(), facts, steps);

    ActorSteps actorSteps = new ActorSteps(dictionary, steps.beside());
    SideSteps.Side<Dataset<Row>> actors =
        beside.start(
            "actors",
            () ->
                earlier.isEmpty()
                    ? actorSteps.all(facts)
                    : actorSteps.since(earlier.get(), news.get(), facts));
    CopySteps.Copies copies = new CopySteps(config, steps, report).make(facts, changes, beside);
    RecentDays days = RecentDays.of(config.network().windowDays(), facts.newestNight());
    RecentTables recent = RecentTables.of(days, facts, copies);
    CountMarginals countMarginals =
        new CountMarginals(pairing.methods(), config.network().timeWindow(), days);
    SideSteps.Side<Dataset<Row>> marginals =
        beside.start(
            "marginals",
            () ->
                steps
                    .beside()
                    .make(
                        Marginals.TABLE,
                        countMarginals.apply(
                            recent.mentions(),
                            recent.mayBeFirst(),
                            facts.texts(recent.mayBeFirst()),
                            recent.newContents(),
                            recent.members(),
                            copies.clusters())));
    Dataset<Row> cooccurrence =
        steps.make(
            Cooccurrence.TABLE,
            days.byDay(
                new CountPairs(pairing.methods(), pairing.maxActorsPerUnit())
                    .apply(
                        recent.evidence(),
                        recent.mentions(),
                        recent.contents(),
                        recent.members(),
                        copies.clusters()),
                Cooccurrence.DAY));
    tellOfNoPairs(days, report);
    Dataset<Row> associations =
        networkSteps.make(
            steps,
            cooccurrence,
            marginals.get(),
            recent.mentions(),
            recent.newContents(),
            report,
            beside);
    ActorFindings findings = new ActorFindings(cooccurrence, associations, actors.get());
    CopiedStories.Shown copied = copies.stories().get();
    report.highlights(copied.paragraphs(), findings.strongestPairs());
    report.pageRows(
        new PageRows(copied.stories(), copies.flows().get(), findings.network(), findings.pairs()));
    report.gaps(DictionaryGaps.gather(actors.get(), dictionary));
  }

  private static void tellOfNoPairs(RecentDays days, RunReport report) {
    if (!days.areAll() && report.counts().get(Cooccurrence.TABLE.name()) == 0) {
      report.warn(
          "No pairs of actors in articles of %s or later, and no others are counted; see --window-days"
              .formatted(days.first()));
    }
  }
}
