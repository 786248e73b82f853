package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

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
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The buckets over the cap in a night, those that it has filled too: who comes into them and who
 * leaves, and which links come and go for it.
 */
final class CappedBuckets {
  private final OverlapFilter filter;
  private final int cap;
  private final EarlierSnapshots earlier;
  private final Dataset<Row> before;
  private final Steps steps;
  private Dataset<Row> members;
  private Optional<Dataset<Row>> pairs = Optional.empty();

  CappedBuckets(OverlapFilter filter, int cap, EarlierSnapshots earlier, Steps steps) {
    this.filter = filter;
    this.cap = cap;
    this.earlier = earlier;
    this.before = earlier.read(CappedMembers.TABLE);
    this.steps = steps;
  }

  /** Those that were over the cap. */
  CrowdedKeys keys() {
    return CrowdedKeys.of(before);
  }

  /**
   * Tries their pairs as they were and as they are, if anybody came or left.
   *
   * @param came {@link io.nutgraf.table.ShingleKeys}
   * @param gone {@link io.nutgraf.table.GoneParagraphs}
   * @param candidates of those who came
   */
  void change(NewKeys newKeys, Dataset<Row> came, Dataset<Row> gone, Dataset<Row> candidates) {
    Dataset<Row> filled = new ListFilledBuckets().apply(candidates);
    members =
        Persisted.rows(
            earlier.rows(CappedMembers.TABLE) == 0
                ? filled
                : new ListCrowdedMembers(newKeys, filter)
                    .apply(before, came, gone)
                    .unionByName(filled));
    if (!members.where(hasChanged()).isEmpty()) {
      // All of them, because a pair that one tries no more another may try as before.
      pairs =
          Optional.of(
              steps.make(CrowdedPairs.TABLE, new FindCrowdedPairs(filter, cap).apply(members)));
    }
  }

  /** {@link CrowdedPairs} that come or go, unless they meet elsewhere. */
  Optional<Dataset<Row>> turning() {
    return pairs.map(FindTurnedLinks::turning);
  }

  /**
   * The links that come and go: {@link TurnedLinks}, staged, if there can be any.
   *
   * @param sets of the paragraphs in pairs that turn, but for those that are gone
   */
  Optional<Dataset<Row>> turn(NewKeys newKeys, Dataset<Row> sets) {
    return pairs.map(
        all ->
            steps.make(
                TurnedLinks.TABLE,
                new FindTurnedLinks(
                        newKeys.keys(), newKeys.order(), CrowdedKeys.of(members), filter)
                    .apply(all, sets)));
  }

  /** Keeps who is in which of them now. */
  Dataset<Row> keep() {
    return pairs.isEmpty()
        ? steps.takeOver(CappedMembers.TABLE, earlier)
        : steps.make(CappedMembers.TABLE, new ListOverCap(cap).apply(members));
  }

  private static Column hasChanged() {
    return col(CrowdedMembers.WAS_THERE).notEqual(col(CrowdedMembers.IS_THERE));
  }
}
