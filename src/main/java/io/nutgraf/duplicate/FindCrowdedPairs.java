package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.shiftright;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.CrowdedMembers;
import io.nutgraf.table.CrowdedPairs;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Tries the pairs of buckets over the cap, as they were and as they are: whoever comes or goes
 * there changes which few the others are tried with.
 *
 * <p>{@link CrowdedMembers}, all of a bucket -> {@link CrowdedPairs}. A bucket that was or is
 * within the cap has all its pairs tried then. Shuffles three numbers for each member and two for
 * each pair, some five a member; a task holds two buckets of {@code cap} members.
 *
 * @param filter what a pair must be able to share
 * @param cap members of a bucket up to which all pairs are tried
 */
public record FindCrowdedPairs(OverlapFilter filter, int cap) {
  private static final int SIZE_SHIFT = 32;

  public Dataset<Row> apply(Dataset<Row> crowdedMembers) {
    Dataset<Row> members = CrowdedMembers.TABLE.conform(crowdedMembers);
    return inAnyBucket(
        members
            .repartition(col(CappedMembers.BUCKET))
            .sortWithinPartitions(
                col(CappedMembers.BUCKET),
                shiftright(col(CappedMembers.PLACE), SIZE_SHIFT),
                col(CappedMembers.PARAGRAPH_KEY))
            .mapPartitions(
                new CrowdedPairsInPartition(filter, cap),
                Encoders.row(CrowdedPairs.TABLE.schema())));
  }

  /** Each pair once, of pairs that some buckets give and some others. */
  public static Dataset<Row> inAnyBucket(Dataset<Row> crowdedPairs) {
    return CrowdedPairs.TABLE.conform(
        crowdedPairs
            .groupBy(CrowdedPairs.PARAGRAPH_KEY_A, CrowdedPairs.PARAGRAPH_KEY_B)
            .agg(
                max(CrowdedPairs.WAS_TRIED).as(CrowdedPairs.WAS_TRIED),
                max(CrowdedPairs.IS_TRIED).as(CrowdedPairs.IS_TRIED)));
  }
}
