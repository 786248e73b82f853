package io.nutgraf.job;

import io.nutgraf.cooccurrence.FindActorSets;
import io.nutgraf.cooccurrence.FindCommunities;
import io.nutgraf.cooccurrence.ListActors;
import io.nutgraf.cooccurrence.MeasureAssociations;
import io.nutgraf.cooccurrence.SumPairs;
import io.nutgraf.cooccurrence.TimeWindow;
import io.nutgraf.table.ActorLists;
import io.nutgraf.table.ActorSets;
import io.nutgraf.table.Associations;
import io.nutgraf.table.Communities;
import io.nutgraf.table.PairSums;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The part of a night that makes networks of what was counted. */
final class NetworkSteps {
  private final CountingConfig config;
  private final SumPairs sumPairs;
  private final MeasureAssociations measureAssociations;
  private final FindActorSets findActorSets;
  private final FindCommunities findCommunities;

  /**
   * @throws io.nutgraf.setting.WrongSettingException for a wrong parameter
   */
  NetworkSteps(CountingConfig config) {
    CountingConfig.Network network = config.network();
    this.config = config;
    TimeWindow window = network.timeWindow();
    this.sumPairs = new SumPairs(window);
    this.measureAssociations = new MeasureAssociations(window, network.minDistinct());
    this.findActorSets = new FindActorSets(network.setSupport(), network.maxSetActors());
    this.findCommunities = new FindCommunities(network.minDistinct(), network.communities());
  }

  /** Gives the associations. */
  Dataset<Row> make(
      Steps steps,
      Dataset<Row> cooccurrence,
      Dataset<Row> marginals,
      Dataset<Row> mentions,
      Dataset<Row> contents,
      RunReport report,
      SideSteps beside) {
    Dataset<Row> sums = steps.make(PairSums.TABLE, sumPairs.apply(cooccurrence));
    Dataset<Row> associations =
        steps.make(Associations.TABLE, measureAssociations.apply(sums, marginals));
    // Its tasks are small and come one after another; meanwhile other cores find the sets.
    SideSteps.Side<Dataset<Row>> communities =
        beside.start("communities", () -> findCommunities.apply(associations));
    makeSets(steps, mentions, contents, report);
    steps.make(Communities.TABLE, communities.get());
    return associations;
  }

  private void makeSets(
      Steps steps, Dataset<Row> mentions, Dataset<Row> contents, RunReport report) {
    Dataset<Row> lists =
        steps.make(
            ActorLists.TABLE, new ListActors(config.pairing().methods()).apply(mentions, contents));
    steps.make(ActorSets.TABLE, findActorSets.apply(lists));
    reportTooLong(lists.where(findActorSets.isTooLong()).count(), report);
  }

  private void reportTooLong(long tooLong, RunReport report) {
    report.count("articles_without_sets", tooLong);
    if (tooLong > 0) {
      report.warn(
          "%,d distinct articles name more than %d actors and make no sets; see --max-set-actors"
              .formatted(tooLong, config.network().maxSetActors()));
    }
  }
}
