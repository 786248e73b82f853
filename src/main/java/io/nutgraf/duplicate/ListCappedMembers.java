package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists who is in a bucket in which not all pairs were tried, so that the run can say where its
 * promise of completeness ends.
 *
 * <p>{@link NearCandidates} -> {@link CappedMembers}, in no particular order.
 */
public record ListCappedMembers() {
  /** Without the mark of those that were there before. */
  static final Column PLACE = col(NearCandidates.PLACE).bitwiseAND(~OverlapFilter.KNOWN);

  public Dataset<Row> apply(Dataset<Row> candidates) {
    return CappedMembers.TABLE.conform(
        candidates
            .where(col(NearCandidates.BUCKET).isNotNull())
            .select(
                col(NearCandidates.BUCKET).as(CappedMembers.BUCKET),
                col(NearCandidates.PARAGRAPH_KEY_A).as(CappedMembers.PARAGRAPH_KEY),
                PLACE.as(CappedMembers.PLACE)));
  }
}
