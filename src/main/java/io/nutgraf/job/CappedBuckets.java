package io.nutgraf.job;

import io.nutgraf.duplicate.CrowdedKeys;
import io.nutgraf.duplicate.FindCrowdedPairs;
import io.nutgraf.duplicate.FindTurnedLinks;
import io.nutgraf.duplicate.ListCrowdedMembers;
import io.nutgraf.duplicate.ListFilledBuckets;
import io.nutgraf.duplicate.ListOverCap;
import io.nutgraf.duplicate.NewKeys;
import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.CrowdedMembers;
import io.nutgraf.table.CrowdedPairs;
import io.nutgraf.table.TurnedLinks;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.warehouse.EarlierSnapshots;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The buckets over the cap in a night: who comes into them and who leaves, and which links come and
 * go for it. First those that were over the cap, then those that the night has filled.
 */
final class CappedBuckets {
  private final OverlapFilter filter;
  private final int cap;
  private final EarlierSnapshots earlier;
  private final Dataset<Row> before;
  private final Steps steps;
  private boolean isAny;
  private Dataset<Row> members;
  private Dataset<Row> pairs;

  CappedBuckets(OverlapFilter filter, int cap, EarlierSnapshots earlier, Steps steps) {
    this.filter = filter;
    this.cap = cap;
    this.earlier = earlier;
    this.before = earlier.read(CappedMembers.TABLE);
    this.steps = steps;
    this.isAny = earlier.rows(CappedMembers.TABLE) > 0;
    this.members = before.sparkSession().createDataFrame(List.of(), CrowdedMembers.TABLE.schema());
    this.pairs = before.sparkSession().createDataFrame(List.of(), CrowdedPairs.TABLE.schema());
  }

  /** Those that were over the cap. */
  CrowdedKeys keys() {
    return CrowdedKeys.of(before);
  }

  /**
   * Tries the pairs of those that were over the cap.
   *
   * @param came {@link io.nutgraf.table.ShingleSets}
   * @param gone {@link io.nutgraf.table.GoneParagraphs}
   */
  void change(NewKeys newKeys, Dataset<Row> came, Dataset<Row> gone) {
    if (isAny) {
      members = Scope.kept(new ListCrowdedMembers(newKeys, filter).apply(before, came, gone));
      pairs = steps.make(CrowdedPairs.TABLE, findPairs(members));
    }
  }

  /** And those of buckets that whoever came has filled, given the candidates that they have. */
  void fill(Dataset<Row> candidates) {
    Dataset<Row> filled = Scope.kept(new ListFilledBuckets().apply(candidates));
    if (!filled.isEmpty()) {
      isAny = true;
      members = members.unionByName(filled);
      pairs = Scope.kept(FindCrowdedPairs.inAnyBucket(pairs.unionByName(findPairs(filled))));
    }
  }

  /** The pairs that are tried for the first time or no more, if they meet nowhere else. */
  Dataset<Row> turning() {
    return FindTurnedLinks.turning(pairs)
        .select(CrowdedPairs.PARAGRAPH_KEY_A, CrowdedPairs.PARAGRAPH_KEY_B);
  }

  /**
   * The links that come and go: {@link TurnedLinks}, staged, if there can be any.
   *
   * @param sets of all paragraphs in pairs that turn
   */
  Optional<Dataset<Row>> turn(NewKeys newKeys, Dataset<Row> sets) {
    return isAny
        ? Optional.of(
            steps.make(
                TurnedLinks.TABLE,
                new FindTurnedLinks(newKeys, CrowdedKeys.of(members), filter).apply(pairs, sets)))
        : Optional.empty();
  }

  /** Keeps who is in which of them now. */
  Dataset<Row> keep() {
    return isAny
        ? steps.make(CappedMembers.TABLE, new ListOverCap(cap).apply(members))
        : steps.takeOver(CappedMembers.TABLE, earlier);
  }

  private Dataset<Row> findPairs(Dataset<Row> ofMembers) {
    return new FindCrowdedPairs(filter, cap).apply(ofMembers);
  }
}
