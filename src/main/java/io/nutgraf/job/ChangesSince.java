package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.duplicate.FindChangedCopies;
import io.nutgraf.table.ChangedArticles;
import io.nutgraf.table.ChangedCopies;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.Facts;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What the nights that came since the last snapshots have changed: the paragraphs of their
 * articles, whatever is connected with these by links, the clusters of those, and the articles that
 * carry them.
 */
final class ChangesSince implements Changes {
  private final EarlierSnapshots earlier;
  private final FindChangedCopies findChangedCopies;
  private final Steps steps;
  private final Dataset<Row> cameOrCorrected;
  private final Dataset<Row> paragraphs;
  private Dataset<Row> copies;

  ChangesSince(EarlierSnapshots earlier, Facts facts, long maxLinksOnDriver, Steps steps) {
    this.earlier = earlier;
    this.findChangedCopies = new FindChangedCopies(maxLinksOnDriver);
    this.steps = steps;
    this.cameOrCorrected = facts.articlesOf(earlier.addedNights());
    this.paragraphs = steps.make(ChangedParagraphs.TABLE, facts.everSaidBy(cameOrCorrected));
  }

  @Override
  public Optional<EarlierSnapshots> earlier() {
    return Optional.of(earlier);
  }

  @Override
  public Scope paragraphs() {
    return new Scope.Some(paragraphs, ChangedParagraphs.PARAGRAPH_ID, earlier::read);
  }

  @Override
  public Scope copies(NearSteps.Links links) {
    copies =
        steps.make(
            ChangedCopies.TABLE,
            findChangedCopies.apply(links.links(), links.dropped(), links.found(), paragraphs));
    return new Scope.Some(copies, ChangedCopies.PARAGRAPH_ID, earlier::read);
  }

  @Override
  public Scope clusters(Dataset<Row> members) {
    Dataset<Row> clusters =
        earlier
            .read(ClusterMembers.TABLE)
            .unionByName(members)
            .join(copies, new String[] {ChangedCopies.PARAGRAPH_ID}, "left_semi")
            .select(Clusters.CLUSTER_ID)
            .distinct();
    return new Scope.Some(clusters, Clusters.CLUSTER_ID, earlier::read);
  }

  @Override
  public Scope articles(Dataset<Row> occurrences) {
    Dataset<Row> articles =
        steps.make(
            ChangedArticles.TABLE,
            occurrences
                .select(col(Paragraphs.ARTICLE_ID).as(ChangedArticles.ARTICLE_ID))
                .unionByName(cameOrCorrected)
                .distinct());
    return new Scope.Some(articles, ChangedArticles.ARTICLE_ID, earlier::read);
  }
}
