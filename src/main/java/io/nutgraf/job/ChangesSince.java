package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.duplicate.CompareDistinct;
import io.nutgraf.duplicate.FindChangedCopies;
import io.nutgraf.duplicate.FindChangedVerdicts;
import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.table.ChangedArticles;
import io.nutgraf.table.ChangedCopies;
import io.nutgraf.table.ChangedDistinct;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.FactChanges;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the nights that came since the last snapshots have changed: the paragraphs of their
 * articles, whatever is connected with these by links, the clusters of those, and the articles of
 * whose paragraphs something else is said than before.
 */
final class ChangesSince implements Changes {
  private final EarlierSnapshots earlier;
  private final FactChanges changes;
  private final Facts facts;
  private final Steps steps;
  private final Dataset<Row> paragraphs;
  private Dataset<Row> copies;
  private Scope clusters;

  ChangesSince(EarlierSnapshots earlier, FactChanges changes, Facts facts, Steps steps) {
    this.earlier = earlier;
    this.changes = changes;
    this.facts = facts;
    this.steps = steps;
    this.paragraphs = steps.make(ChangedParagraphs.TABLE, changes.paragraphs());
  }

  @Override
  public NearSteps.Links links(NearSteps near) {
    FactChanges.Occurrences occurrences = changes.occurrences(paragraphs);
    GroupExactCopies group = new GroupExactCopies();
    Dataset<Row> changed =
        steps.make(
            ChangedDistinct.TABLE,
            new CompareDistinct()
                .apply(group.apply(occurrences.before()), group.apply(occurrences.now())));
    return near.since(earlier, facts, changes, changed);
  }

  @Override
  public Scope copies(NearSteps.Links links) {
    copies =
        steps.make(
            ChangedCopies.TABLE,
            new FindChangedCopies()
                .apply(
                    paragraphs,
                    earlier.read(LinkedParagraphs.TABLE),
                    links.dropped(),
                    links.found()));
    return new Scope.Some(copies, ChangedCopies.PARAGRAPH_ID, earlier::read);
  }

  @Override
  public Dataset<Row> distinct(Dataset<Row> occurrences) {
    return Persisted.rows(new GroupExactCopies().apply(occurrences));
  }

  @Override
  public Scope clusters(Dataset<Row> members) {
    Dataset<Row> ids =
        Persisted.rows(
            copied(earlier.read(ClusterMembers.TABLE))
                .unionByName(copied(members))
                .select(Clusters.CLUSTER_ID)
                .distinct());
    clusters = new Scope.Some(ids, Clusters.CLUSTER_ID, earlier::read);
    return clusters;
  }

  @Override
  public Scope articles(Dataset<Row> occurrences, Dataset<Row> members, Dataset<Row> changed) {
    Dataset<Row> verdicts =
        new FindChangedVerdicts()
            .apply(
                copied(earlier.read(ClusterMembers.TABLE)),
                clusters.only(earlier.read(Clusters.TABLE), Clusters.CLUSTER_ID),
                members,
                changed);
    Dataset<Row> articles =
        steps.make(
            ChangedArticles.TABLE,
            occurrences
                .join(verdicts, new String[] {Paragraphs.PARAGRAPH_ID}, "left_semi")
                .select(col(Paragraphs.ARTICLE_ID).as(ChangedArticles.ARTICLE_ID))
                .unionByName(changes.articles())
                .distinct());
    return new Scope.Some(articles, ChangedArticles.ARTICLE_ID, earlier::read);
  }

  @Override
  public FirstCopies firstCopies() {
    return FirstCopies.among(facts.read(Paragraphs.TABLE));
  }

  private Dataset<Row> copied(Dataset<Row> members) {
    return members.join(copies, new String[] {ChangedCopies.PARAGRAPH_ID}, "left_semi");
  }
}
