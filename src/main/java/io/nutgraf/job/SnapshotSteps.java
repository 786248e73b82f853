package io.nutgraf.job;

import io.nutgraf.actor.Dictionary;
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
  private final PairSteps pairSteps;

  /**
   * @throws io.nutgraf.setting.WrongSettingException for wrong settings of the network
   */
  SnapshotSteps(CountingConfig config) {
    this.config = config;
    this.pairSteps = new PairSteps(config);
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
    PairSteps.Pairs pairs = pairSteps.make(facts, copies, steps, report, beside);
    show(copies, new ActorFindings(pairs.counts(), pairs.associations(), actors.get()), report);
    report.gaps(DictionaryGaps.gather(actors.get(), dictionary));
  }

  private static void show(CopySteps.Copies copies, ActorFindings findings, RunReport report) {
    CopiedStories.Shown copied = copies.stories().get();
    report.highlights(copied.paragraphs(), findings.strongestPairs());
    report.pageRows(
        new PageRows(copied.stories(), copies.flows().get(), findings.network(), findings.pairs()));
  }
}
