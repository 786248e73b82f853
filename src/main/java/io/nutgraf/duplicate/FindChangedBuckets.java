package io.nutgraf.duplicate;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the buckets over the cap, before or now, whose members are others than they were: there the
 * pairs that are tried may be others, too, whoever is in them.
 *
 * <p>({@link NearCandidates} of the new paragraphs, {@link CappedMembers} as they were, paragraph
 * keys of those that are gone) -> {@link CappedMembers}: who is or was in such a bucket, and
 * perhaps in some other. A link between two paragraphs neither of which is new or among them is
 * what it was: where both meet, either all pairs were tried and still are, or the same ones.
 * Shuffles the members of buckets over the cap.
 */
public record FindChangedBuckets() {
  private static final String[] BY_BUCKET = {CappedMembers.BUCKET};
  private static final String[] BY_PARAGRAPH = {CappedMembers.PARAGRAPH_KEY};

  public Dataset<Row> apply(
      Dataset<Row> newCandidates, Dataset<Row> earlierMembers, Dataset<Row> gone) {
    Dataset<Row> crowdedByNew = new ListCappedMembers().apply(newCandidates);
    Dataset<Row> lostSome =
        earlierMembers.join(gone.select(ShingleSets.PARAGRAPH_KEY), BY_PARAGRAPH, "left_semi");
    Dataset<Row> buckets =
        crowdedByNew
            .select(CappedMembers.BUCKET)
            .unionByName(lostSome.select(CappedMembers.BUCKET))
            .distinct();
    return CappedMembers.TABLE.conform(
        crowdedByNew
            .unionByName(earlierMembers)
            .join(buckets, BY_BUCKET, "left_semi")
            .select(CappedMembers.BUCKET, CappedMembers.PARAGRAPH_KEY)
            .distinct());
  }
}
