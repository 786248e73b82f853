package io.nutgraf.job;

import io.nutgraf.cooccurrence.DateContents;
import io.nutgraf.cooccurrence.ListContents;
import io.nutgraf.duplicate.ClassifyReuse;
import io.nutgraf.duplicate.ConnectClusters;
import io.nutgraf.duplicate.ListMembers;
import io.nutgraf.duplicate.ListPickups;
import io.nutgraf.duplicate.MeasureFlows;
import io.nutgraf.duplicate.MeasureOriginality;
import io.nutgraf.job.SideSteps.Side;
import io.nutgraf.report.NightPage;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Contents;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Pickups;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.SourceFlows;
import io.nutgraf.warehouse.Facts;
import java.util.List;
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

  /** What later steps need, and what is shown of the copies once it is found. */
  record Copies(
      FirstCopies firstCopies,
      Dataset<Row> members,
      Dataset<Row> clusters,
      Dataset<Row> contents,
      Side<CopiedStories.Shown> stories,
      Side<List<NightPage.Flow>> flows) {}

  Copies make(Facts facts, Changes changes, SideSteps beside) {
    Dataset<Row> articles = facts.read(Articles.TABLE);
    Dataset<Row> paragraphs = facts.read(Paragraphs.TABLE);

    NearSteps.Links near = changes.links(new NearSteps(config.near(), steps, report));
    Scope copies = changes.copies(near);
    Dataset<Row> occurrences = copies.keep(copies.only(paragraphs, Paragraphs.PARAGRAPH_ID));
    Dataset<Row> distinct = changes.distinct(occurrences);
    Dataset<Row> linked =
        steps.make(
            LinkedParagraphs.TABLE,
            copies,
            connectClusters()
                .apply(
                    distinct,
                    copies.keep(copies.only(near.links(), NearDuplicates.PARAGRAPH_A)),
                    copies.keep(copies.only(near.linkedSets(), ShingleSets.PARAGRAPH_ID))));
    Dataset<Row> members =
        steps.make(
            ClusterMembers.TABLE,
            copies,
            new ListMembers().apply(distinct, copies.only(linked, LinkedParagraphs.PARAGRAPH_ID)));
    Dataset<Row> madeMembers = copies.keep(copies.only(members, ClusterMembers.PARAGRAPH_ID));
    Scope changedClusters = changes.clusters(members);
    Dataset<Row> clusters =
        steps.make(
            Clusters.TABLE, changedClusters, classifyReuse().apply(occurrences, madeMembers));
    Dataset<Row> madeClusters =
        changedClusters.keep(changedClusters.only(clusters, Clusters.CLUSTER_ID));
    Side<List<NightPage.Flow>> flows =
        beside.start(
            "flows",
            () ->
                flows(
                    steps.beside(),
                    changedClusters,
                    new ListPickups().apply(occurrences, madeMembers, madeClusters)));
    Side<CopiedStories.Shown> stories =
        beside.start(
            "edits",
            () ->
                new EditSteps(facts, copies, steps.beside())
                    .make(distinct, madeMembers, members, clusters));

    Scope carriers = changes.articles(occurrences, madeMembers, madeClusters);
    Dataset<Row> carried = carriers.keep(carriers.only(paragraphs, Paragraphs.ARTICLE_ID));
    Dataset<Row> carriedMembers = carriers.keepAmong(carried, members, ClusterMembers.PARAGRAPH_ID);
    beside.start(
        "originality",
        () ->
            steps
                .beside()
                .make(
                    Originality.TABLE,
                    carriers,
                    new MeasureOriginality()
                        .apply(
                            carriers.only(articles, Articles.ARTICLE_ID),
                            carried,
                            carriedMembers,
                            clusters)));
    Dataset<Row> contents =
        steps.make(
            Contents.TABLE,
            new DateContents()
                .apply(
                    carriers.complete(
                        Contents.TABLE,
                        new ListContents().apply(carried, carriedMembers, clusters))));
    return new Copies(changes.firstCopies(), members, clusters, contents, stories, flows);
  }

  private List<NightPage.Flow> flows(
      Steps beside, Scope changedClusters, Dataset<Row> changedPickups) {
    Dataset<Row> pickups = beside.make(Pickups.TABLE, changedClusters, changedPickups);
    return CopyFlows.gather(
        beside.make(
            SourceFlows.TABLE, new MeasureFlows(config.reuse().ownerBySource()).apply(pickups)));
  }

  private ConnectClusters connectClusters() {
    CountingConfig.Near near = config.near();
    return new ConnectClusters(near.floor(), CONTAINMENT_FLOOR, near.maxLinksOnDriver());
  }

  private ClassifyReuse classifyReuse() {
    CountingConfig.Reuse reuse = config.reuse();
    return new ClassifyReuse(reuse.furnitureArticles(), reuse.furnitureDays(), reuse.shortWords());
  }
}
