package io.nutgraf.job;

import static org.apache.spark.sql.functions.collect_set;

import io.nutgraf.actor.DescribeActors;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.actor.ListVariants;
import io.nutgraf.cooccurrence.CountMarginals;
import io.nutgraf.cooccurrence.CountPairs;
import io.nutgraf.cooccurrence.ListContents;
import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.duplicate.ClassifyReuse;
import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.duplicate.MeasureFlows;
import io.nutgraf.duplicate.MeasureOriginality;
import io.nutgraf.duplicate.TraceEdits;
import io.nutgraf.table.ActorVariants;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Edits;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.SourceFlows;
import io.nutgraf.warehouse.Facts;
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

  /** Stages the snapshots over the facts of all nights. */
  void make(Facts facts, Broadcast<Dictionary> dictionary, Steps steps, RunReport report) {
    CountingConfig.Reuse reuse = config.reuse();
    CountingConfig.Pairing pairing = config.pairing();
    Dataset<Row> articles = facts.read(Articles.TABLE);
    Dataset<Row> paragraphs = facts.read(Paragraphs.TABLE);
    Dataset<Row> mentions = facts.read(Mentions.TABLE);

    Dataset<Row> distinct =
        steps.make(DistinctParagraphs.TABLE, new GroupExactCopies().apply(paragraphs));
    Dataset<Row> texts = facts.texts(distinct);
    Dataset<Row> members = new NearSteps(config.near(), steps, report).make(distinct, texts);
    Dataset<Row> clusters =
        steps.make(
            Clusters.TABLE,
            new ClassifyReuse(reuse.furnitureArticles(), reuse.furnitureDays(), reuse.shortWords())
                .apply(paragraphs, members));
    steps.make(
        Originality.TABLE, new MeasureOriginality().apply(articles, paragraphs, members, clusters));
    Dataset<Row> flows =
        steps.make(
            SourceFlows.TABLE,
            new MeasureFlows(reuse.ownerBySource()).apply(paragraphs, members, clusters));
    steps.make(Edits.TABLE, new TraceEdits().apply(texts, members, actorsOf(mentions)));
    Dataset<Row> variants = steps.make(ActorVariants.TABLE, new ListVariants().apply(mentions));
    Dataset<Row> actors =
        steps.make(Actors.TABLE, new DescribeActors(dictionary).apply(mentions, variants));
    Dataset<Row> contents =
        steps.make(Contents.TABLE, new ListContents().apply(paragraphs, members, clusters));
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
    Dataset<Row> firstSeen = days.byTime(distinct, DistinctParagraphs.FIRST_PUBLISHED_AT);
    Dataset<Row> newContents = days.byDay(contents, Contents.CONTENT_DAY);
    Dataset<Row> marginals =
        steps.make(
            Marginals.TABLE,
            days.byDay(
                new CountMarginals(pairing.methods())
                    .apply(recent, firstSeen, texts, newContents, members, clusters),
                Marginals.DAY));
    Dataset<Row> associations =
        networkSteps.make(steps, cooccurrence, marginals, recent, newContents, report);
    ActorFindings findings = new ActorFindings(cooccurrence, associations, actors);
    CopiedStories copied = new CopiedStories(clusters, texts);
    report.highlights(copied.mostCopied(), findings.strongestPairs());
    report.pageRows(
        new PageRows(
            copied.stories(members, paragraphs, articles),
            CopyFlows.gather(flows),
            findings.network(),
            findings.pairs()));
    report.gaps(DictionaryGaps.gather(actors, dictionary));
  }

  /** The actors that a distinct paragraph names in any of its articles. */
  private static Dataset<Row> actorsOf(Dataset<Row> mentions) {
    return mentions
        .groupBy(Mentions.PARAGRAPH_ID)
        .agg(collect_set(Mentions.ACTOR_ID).as(TraceEdits.ACTORS));
  }
}
