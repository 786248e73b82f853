package io.nutgraf.duplicate;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.NearCandidates;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the buckets that new paragraphs have brought over the cap: pairs of their other members
 * were all tried before, and are no more.
 *
 * <p>({@link NearCandidates} of the new paragraphs, {@link CappedMembers} as they were) -> {@link
 * CappedMembers} of the other buckets. Shuffles the members of buckets over the cap.
 */
public record FindFilledBuckets() {

  public Dataset<Row> apply(Dataset<Row> newCandidates, Dataset<Row> earlierMembers) {
    return CappedMembers.TABLE.conform(
        new ListCappedMembers()
            .apply(newCandidates)
            .join(earlierMembers, new String[] {CappedMembers.BUCKET}, "left_anti"));
  }
}
