package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.CappedBuckets;
import io.nutgraf.table.NearCandidates;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists the buckets in which not all pairs were tried, so that the run can say where its promise of
 * completeness ends.
 *
 * <p>{@link NearCandidates} -> {@link CappedBuckets}, in no particular order.
 */
public record ListCappedBuckets() {

  public Dataset<Row> apply(Dataset<Row> candidates) {
    return CappedBuckets.TABLE.conform(
        candidates
            .where(col(NearCandidates.BUCKET).isNotNull())
            .groupBy(col(NearCandidates.BUCKET).as(CappedBuckets.BUCKET))
            .agg(count(lit(1)).as(CappedBuckets.MEMBERS)));
  }
}
