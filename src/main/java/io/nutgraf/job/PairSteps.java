package io.nutgraf.job;

import io.nutgraf.cooccurrence.CountMarginals;
import io.nutgraf.cooccurrence.CountPairs;
import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Marginals;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The steps that count pairs of actors, and make networks of them, on the days that count. */
final class PairSteps {
  private final CountingConfig config;
  private final NetworkSteps networkSteps;

  /**
   * @throws io.nutgraf.setting.WrongSettingException for wrong settings of the network
   */
  PairSteps(CountingConfig config) {
    this.config = config;
    this.networkSteps = new NetworkSteps(config);
  }

  /**
   * What was made of pairs.
   *
   * @param counts {@link Cooccurrence}
   * @param associations how strong each is
   */
  record Pairs(Dataset<Row> counts, Dataset<Row> associations) {}

  Pairs make(
      Facts facts, CopySteps.Copies copies, Steps steps, RunReport report, SideSteps beside) {
    RecentDays days = RecentDays.of(config.network().windowDays(), facts.newestNight());
    RecentTables recent = RecentTables.of(days, facts, copies);
    SideSteps.Side<Dataset<Row>> marginals =
        beside.start(
            "marginals",
            () ->
                steps
                    .beside()
                    .make(Marginals.TABLE, marginals(days, recent, facts, copies.clusters())));
    Dataset<Row> counts =
        steps.make(
            Cooccurrence.TABLE, days.byDay(counts(recent, copies.clusters()), Cooccurrence.DAY));
    tellOfNoPairs(days, report);
    Dataset<Row> associations =
        networkSteps.make(
            steps,
            counts,
            marginals.get(),
            recent.mentions(),
            recent.newContents(),
            report,
            beside);
    return new Pairs(counts, associations);
  }

  private Dataset<Row> marginals(
      RecentDays days, RecentTables recent, Facts facts, Dataset<Row> clusters) {
    return new CountMarginals(config.pairing().methods(), config.network().timeWindow(), days)
        .apply(
            recent.mentions(),
            recent.mayBeFirst(),
            facts.texts(recent.mayBeFirst()),
            recent.newContents(),
            recent.members(),
            clusters);
  }

  private Dataset<Row> counts(RecentTables recent, Dataset<Row> clusters) {
    CountingConfig.Pairing pairing = config.pairing();
    return new CountPairs(pairing.methods(), pairing.maxActorsPerUnit())
        .apply(recent.evidence(), recent.mentions(), recent.contents(), recent.members(), clusters);
  }

  private static void tellOfNoPairs(RecentDays days, RunReport report) {
    if (!days.areAll() && report.counts().get(Cooccurrence.TABLE.name()) == 0) {
      report.warn(
          ("No pairs of actors in articles of %s or later, and no others are counted; see"
                  + " --window-days")
              .formatted(days.first()));
    }
  }
}
