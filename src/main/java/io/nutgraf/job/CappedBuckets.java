package io.nutgraf.job;

import io.nutgraf.duplicate.FindFilledBuckets;
import io.nutgraf.duplicate.FindTouchedBuckets;
import io.nutgraf.duplicate.ListCappedMembers;
import io.nutgraf.duplicate.NewKeys;
import io.nutgraf.table.CappedMembers;
import io.nutgraf.warehouse.EarlierSnapshots;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The buckets over the cap whose members change in a night: all of them have to be compared again.
 * Where such buckets hold most of the corpus, a night costs more than looking for all near copies
 * anew.
 */
final class CappedBuckets {
  private static final String[] BY_BUCKET = {CappedMembers.BUCKET};

  private final EarlierSnapshots earlier;
  private final Dataset<Row> before;
  private Dataset<Row> touched;
  private Dataset<Row> crowded;

  CappedBuckets(EarlierSnapshots earlier) {
    this.earlier = earlier;
    this.before = earlier.read(CappedMembers.TABLE);
  }

  /** Finds the buckets that somebody joined or left; gives whether there are any. */
  boolean findTouched(NewKeys keysOfCame, NearChanges news) {
    if (earlier.rows(CappedMembers.TABLE) == 0) {
      touched = before;
      return false;
    }
    touched = Scope.kept(new FindTouchedBuckets(keysOfCame).apply(before, news.gone()));
    return !touched.isEmpty();
  }

  /** {@link CappedMembers} of the buckets that somebody joined or left. */
  Dataset<Row> touched() {
    return touched;
  }

  /** Finds who is crowded among these candidates; gives the members of buckets that were not. */
  Dataset<Row> filledBy(Dataset<Row> candidates) {
    crowded = Scope.kept(new ListCappedMembers().apply(candidates));
    return Scope.kept(new FindFilledBuckets().apply(candidates, before));
  }

  /** Keeps who is in which bucket now. */
  Dataset<Row> keep(Dataset<Row> candidates, Steps steps) {
    if (earlier.rows(CappedMembers.TABLE) == 0 && crowded.isEmpty()) {
      return steps.takeOver(CappedMembers.TABLE, earlier);
    }
    return steps.make(
        CappedMembers.TABLE,
        before
            .join(touched.select(CappedMembers.BUCKET), BY_BUCKET, "left_anti")
            .unionByName(new ListCappedMembers().apply(candidates))
            .distinct());
  }
}
