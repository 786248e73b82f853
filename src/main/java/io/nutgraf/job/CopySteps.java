package io.nutgraf.job;

import static org.apache.spark.sql.functions.collect_set;

import io.nutgraf.cooccurrence.DateContents;
import io.nutgraf.cooccurrence.ListContents;
import io.nutgraf.duplicate.ClassifyReuse;
import io.nutgraf.duplicate.ConnectClusters;
import io.nutgraf.duplicate.ListMembers;
import io.nutgraf.duplicate.ListPickups;
import io.nutgraf.duplicate.MeasureFlows;
import io.nutgraf.duplicate.MeasureOriginality;
import io.nutgraf.duplicate.TraceEdits;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.Edits;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Pickups;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.SourceFlows;
import io.nutgraf.table.Table;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The steps that find copies, of all facts or of what changed in them. */
final class CopySteps {
  /** A member that shares this much with the first copy belongs to it, however long it is. */
  private static final double CONTAINMENT_FLOOR = 0.5;

  private final CountingConfig config;
  private final Steps steps;
  private final RunReport report;

  CopySteps(CountingConfig config, Steps steps, RunReport report) {
    this.config = config;
    this.steps = steps;
    this.report = report;
  }

  /** What later steps need. */
  record Copies(
      FirstCopies firstCopies,
      Dataset<Row> members,
      Dataset<Row> clusters,
      Dataset<Row> contents,
      Dataset<Row> flows) {}

  Copies make(Facts facts, Changes changes) {
    Dataset<Row> articles = facts.read(Articles.TABLE);
    Dataset<Row> paragraphs = facts.read(Paragraphs.TABLE);

    NearSteps.Links near = changes.links(new NearSteps(config.near(), steps, report));
    Scope copies = changes.copies(near);
    Dataset<Row> occurrences = copies.keep(copies.only(paragraphs, Paragraphs.PARAGRAPH_ID));
    Dataset<Row> distinct = changes.distinct(occurrences);
    Dataset<Row> linked =
        make(
            LinkedParagraphs.TABLE,
            copies,
            connectClusters()
                .apply(
                    distinct,
                    copies.only(near.links(), NearDuplicates.PARAGRAPH_A),
                    copies.keep(copies.only(near.linkedSets(), ShingleSets.PARAGRAPH_ID))));
    Dataset<Row> members =
        make(
            ClusterMembers.TABLE,
            copies,
            new ListMembers().apply(distinct, copies.only(linked, LinkedParagraphs.PARAGRAPH_ID)));
    Dataset<Row> madeMembers = copies.keep(copies.only(members, ClusterMembers.PARAGRAPH_ID));
    Scope changedClusters = changes.clusters(members);
    Dataset<Row> clusters =
        make(Clusters.TABLE, changedClusters, classifyReuse().apply(occurrences, madeMembers));
    Dataset<Row> madeClusters =
        changedClusters.keep(changedClusters.only(clusters, Clusters.CLUSTER_ID));
    make(Edits.TABLE, copies, edits(facts, copies, distinct, madeMembers));
    Dataset<Row> pickups =
        make(
            Pickups.TABLE,
            changedClusters,
            new ListPickups().apply(occurrences, madeMembers, madeClusters));
    Dataset<Row> flows =
        steps.make(
            SourceFlows.TABLE, new MeasureFlows(config.reuse().ownerBySource()).apply(pickups));

    Scope carriers = changes.articles(occurrences, madeMembers, madeClusters);
    Dataset<Row> carried = carriers.keep(carriers.only(paragraphs, Paragraphs.ARTICLE_ID));
    make(
        Originality.TABLE,
        carriers,
        new MeasureOriginality()
            .apply(carriers.only(articles, Articles.ARTICLE_ID), carried, members, clusters));
    Dataset<Row> contents =
        steps.make(
            Contents.TABLE,
            new DateContents()
                .apply(
                    carriers.complete(
                        Contents.TABLE, new ListContents().apply(carried, members, clusters))));
    return new Copies(changes.firstCopies(), members, clusters, contents, flows);
  }

  private Dataset<Row> make(Table table, Scope scope, Dataset<Row> rows) {
    return steps.make(table, scope.complete(table, rows));
  }

  private ConnectClusters connectClusters() {
    CountingConfig.Near near = config.near();
    return new ConnectClusters(near.floor(), CONTAINMENT_FLOOR, near.maxLinksOnDriver());
  }

  private ClassifyReuse classifyReuse() {
    CountingConfig.Reuse reuse = config.reuse();
    return new ClassifyReuse(reuse.furnitureArticles(), reuse.furnitureDays(), reuse.shortWords());
  }

  /** Only of clusters with several distinct paragraphs are texts and mentions looked at. */
  private static Dataset<Row> edits(
      Facts facts, Scope copies, Dataset<Row> distinct, Dataset<Row> members) {
    Dataset<Row> compared = copies.keep(TraceEdits.compared(members));
    String[] byParagraph = {ClusterMembers.PARAGRAPH_ID};
    Dataset<Row> mentions = facts.read(Mentions.TABLE).join(compared, byParagraph, "left_semi");
    return new TraceEdits()
        .apply(
            copies.keep(facts.texts(distinct.join(compared, byParagraph, "left_semi"))),
            members,
            copies.keep(actorsOf(mentions)));
  }

  /** The actors that a distinct paragraph names in any of its articles. */
  private static Dataset<Row> actorsOf(Dataset<Row> mentions) {
    return mentions
        .groupBy(Mentions.PARAGRAPH_ID)
        .agg(collect_set(Mentions.ACTOR_ID).as(TraceEdits.ACTORS));
  }
}
