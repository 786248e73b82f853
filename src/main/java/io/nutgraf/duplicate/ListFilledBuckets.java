package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.CrowdedMembers;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists who was and who is in the buckets that new paragraphs have brought over the cap: all their
 * pairs were tried, and are no more.
 *
 * <p>{@link NearCandidates} of {@link FindNewCandidates} -> {@link CrowdedMembers}, without those
 * that are gone.
 */
public record ListFilledBuckets() {

  public Dataset<Row> apply(Dataset<Row> newCandidates) {
    Dataset<Row> crowded = newCandidates.where(col(NearCandidates.BUCKET).isNotNull());
    return CrowdedMembers.TABLE.conform(
        crowded.select(
            col(NearCandidates.BUCKET).as(CappedMembers.BUCKET),
            col(NearCandidates.PARAGRAPH_KEY_A).as(CappedMembers.PARAGRAPH_KEY),
            ListCappedMembers.PLACE.as(CappedMembers.PLACE),
            col(NearCandidates.PLACE)
                .bitwiseAND(OverlapFilter.KNOWN)
                .notEqual(0)
                .as(CrowdedMembers.WAS_THERE),
            lit(true).as(CrowdedMembers.IS_THERE)));
  }
}
