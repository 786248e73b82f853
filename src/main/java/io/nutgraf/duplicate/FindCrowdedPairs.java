package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.shiftright;

import io.nutgraf.setting.WrongSettingException;
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
 * each pair: some five a member, or all of a bucket that crosses the cap. A task holds two buckets
 * of {@code cap} members and the pairs of one that is within it.
 *
 * @param filter what a pair must be able to share
 * @param cap members of a bucket up to which all pairs are tried
 */
public record FindCrowdedPairs(OverlapFilter filter, int cap) {

  public FindCrowdedPairs {
    if (cap < 2) {
      throw new WrongSettingException("cap must be at least 2, but is " + cap);
    }
  }

  public Dataset<Row> apply(Dataset<Row> crowdedMembers) {
    Dataset<Row> members = CrowdedMembers.TABLE.conform(crowdedMembers);
    Dataset<Row> inSomeBucket =
        members
            .repartition(col(CappedMembers.BUCKET))
            // As KeyRecords sorts them.
            .sortWithinPartitions(
                col(CappedMembers.BUCKET),
                shiftright(col(CappedMembers.PLACE), OverlapFilter.SIZE_SHIFT),
                col(CappedMembers.PARAGRAPH_KEY))
            .mapPartitions(
                new CrowdedPairsInPartition(filter, cap),
                Encoders.row(CrowdedPairs.TABLE.schema()));
    return CrowdedPairs.TABLE.conform(
        inSomeBucket
            .groupBy(CrowdedPairs.PARAGRAPH_KEY_A, CrowdedPairs.PARAGRAPH_KEY_B)
            .agg(
                max(CrowdedPairs.WAS_TRIED).as(CrowdedPairs.WAS_TRIED),
                max(CrowdedPairs.IS_TRIED).as(CrowdedPairs.IS_TRIED)));
  }
}
