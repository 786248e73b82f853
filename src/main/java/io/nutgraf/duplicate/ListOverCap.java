package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.CrowdedMembers;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists who is in a bucket over the cap after a night.
 *
 * <p>{@link CrowdedMembers}, all of a bucket -> {@link CappedMembers}, as {@link ListCappedMembers}
 * gives them of a whole corpus. Shuffles the keys of buckets.
 *
 * @param cap members of a bucket up to which all pairs are tried
 */
public record ListOverCap(int cap) {

  public Dataset<Row> apply(Dataset<Row> crowdedMembers) {
    Dataset<Row> now = crowdedMembers.where(col(CrowdedMembers.IS_THERE));
    Dataset<Row> over =
        now.groupBy(CappedMembers.BUCKET)
            .agg(count(lit(1)).as("members"))
            .where(col("members").gt(cap));
    return CappedMembers.TABLE.conform(
        now.join(over, new String[] {CappedMembers.BUCKET}, "left_semi"));
  }
}
