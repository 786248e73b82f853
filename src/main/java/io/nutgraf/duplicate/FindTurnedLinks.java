package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.table.CrowdedPairs;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.TurnedLinks;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/**
 * Finds the links that come and go because somebody came into a bucket over the cap, or left it, or
 * brought it over the cap.
 *
 * <p>({@link CrowdedPairs} of all buckets that were or are over the cap, {@link ShingleSets} of
 * those that turn) -> {@link TurnedLinks}: the near copies of which one state of the buckets tries
 * a pair and the other does not. A pair that meets in a bucket that was and is within the cap is
 * tried there both times and does not turn. Pairs with a paragraph that is gone have no set, and
 * are left out. Shuffles the sets of both paragraphs of each pair that turns: mostly a few for each
 * member that came or went, two for each that stays where they change who leads it, and all pairs
 * of a bucket that crosses the cap.
 *
 * @param keys by what paragraphs meet
 * @param order of the shingles
 * @param crowded keys of all buckets whose pairs are given
 * @param filter what near copies are
 */
public record FindTurnedLinks(
    CandidateKeys keys, EarlyOrder order, CrowdedKeys crowded, OverlapFilter filter) {

  public Dataset<Row> apply(Dataset<Row> crowdedPairs, Dataset<Row> shingleSets) {
    Dataset<Row> sides =
        turning(crowdedPairs)
            .join(Similarity.side(shingleSets, "a"), CrowdedPairs.PARAGRAPH_KEY_A)
            .join(Similarity.side(shingleSets, "b"), CrowdedPairs.PARAGRAPH_KEY_B)
            .where(not(meetElsewhere()));
    return TurnedLinks.TABLE.conform(
        new LinkNearCopies(filter).nearCopies(sides, col(CrowdedPairs.IS_TRIED)));
  }

  /** Those of the pairs that are tried in one state of the buckets only. */
  public static Dataset<Row> turning(Dataset<Row> crowdedPairs) {
    return crowdedPairs.where(col(CrowdedPairs.WAS_TRIED).notEqual(col(CrowdedPairs.IS_TRIED)));
  }

  private Column meetElsewhere() {
    return udf(new MeetElsewhere(keys, filter, order.hashes(), crowded), DataTypes.BooleanType)
        .apply(col("shingles_a"), col("words_a"), col("shingles_b"), col("words_b"));
  }
}
