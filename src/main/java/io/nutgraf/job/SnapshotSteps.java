package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.actor.Dictionary;
import io.nutgraf.cooccurrence.CountMarginals;
import io.nutgraf.cooccurrence.CountPairs;
import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Paragraphs;
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
   * @throws IllegalArgumentException for wrong settings of the network
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
    CountingConfig.Pairing pairing = config.pairing();
    Dataset<Row> articles = facts.read(Articles.TABLE);
    Dataset<Row> paragraphs = facts.read(Paragraphs.TABLE);
    Dataset<Row> mentions = facts.read(Mentions.TABLE);
    Optional<FactChanges> news = earlier.map(EarlierSnapshots::changes);
    Changes changes =
        earlier.isEmpty()
            ? new AllChanges(facts, steps)
            : new ChangesSince(earlier.get(), news.get(), facts, steps);

    CopySteps.Copies copies = new CopySteps(config, steps, report).make(facts, changes);
    Dataset<Row> members = copies.members();
    Dataset<Row> clusters = copies.clusters();
    ActorSteps actorSteps = new ActorSteps(dictionary, steps);
    Dataset<Row> actors =
        earlier.isEmpty()
            ? actorSteps.all(facts)
            : actorSteps.since(earlier.get(), news.get(), facts);
    Dataset<Row> contents = copies.contents();
    RecentDays days = RecentDays.of(config.network().windowDays(), facts.newestNight());
    Dataset<Row> evidence = days.byDay(facts.read(Evidence.TABLE), Evidence.DAY);
    Dataset<Row> recent = days.byTime(mentions, Mentions.PUBLISHED_AT);
    Dataset<Row> cooccurrence =
        steps.make(
            Cooccurrence.TABLE,
            days.byDay(
                new CountPairs(pairing.methods(), pairing.maxActorsPerUnit())
                    .apply(evidence, recent, contents, members, clusters),
                Cooccurrence.DAY));
    Dataset<Row> firstSeen = copies.firstCopies().on(days);
    Dataset<Row> newContents = days.byDay(contents, Contents.CONTENT_DAY);
    Dataset<Row> marginals =
        steps.make(
            Marginals.TABLE,
            new CountMarginals(pairing.methods(), config.network().timeWindow(), days)
                .apply(recent, firstSeen, facts.texts(firstSeen), newContents, members, clusters));
    Dataset<Row> associations =
        networkSteps.make(steps, cooccurrence, marginals, recent, newContents, report);
    ActorFindings findings = new ActorFindings(cooccurrence, associations, actors);
    CopiedStories copied = new CopiedStories(clusters, facts.texts(firstCopies(clusters)));
    report.highlights(copied.mostCopied(), findings.strongestPairs());
    report.pageRows(
        new PageRows(
            copied.stories(members, paragraphs, articles),
            CopyFlows.gather(copies.flows()),
            findings.network(),
            findings.pairs()));
    report.gaps(DictionaryGaps.gather(actors, dictionary));
  }

  /** Of clusters, as far as it takes to find their texts. */
  private static Dataset<Row> firstCopies(Dataset<Row> clusters) {
    return clusters.select(
        col(Clusters.CLUSTER_ID).as(DistinctParagraphs.PARAGRAPH_ID),
        col(Clusters.FIRST_ARTICLE_ID).as(DistinctParagraphs.FIRST_ARTICLE_ID));
  }
}
