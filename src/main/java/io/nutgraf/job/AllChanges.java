package io.nutgraf.job;

import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Every paragraph, cluster and article. */
final class AllChanges implements Changes {
  private final Facts facts;
  private final Dataset<Row> distinct;

  AllChanges(Facts facts, Steps steps) {
    this.facts = facts;
    this.distinct =
        steps.make(
            DistinctParagraphs.TABLE, new GroupExactCopies().apply(facts.read(Paragraphs.TABLE)));
  }

  @Override
  public NearSteps.Links links(NearSteps near) {
    return near.all(facts, distinct);
  }

  @Override
  public Scope copies(NearSteps.Links links) {
    return Scope.ALL;
  }

  @Override
  public Dataset<Row> distinct(Dataset<Row> occurrences) {
    return distinct;
  }

  @Override
  public Scope clusters(Dataset<Row> members) {
    return Scope.ALL;
  }

  @Override
  public Scope articles(Dataset<Row> occurrences, Dataset<Row> members, Dataset<Row> clusters) {
    return Scope.ALL;
  }

  @Override
  public FirstCopies firstCopies() {
    return days -> days.byTime(distinct, DistinctParagraphs.FIRST_PUBLISHED_AT);
  }
}
