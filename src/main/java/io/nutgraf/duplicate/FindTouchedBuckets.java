package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.GoneParagraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the buckets over the cap that somebody joins or leaves: there the pairs that are tried may
 * be others now, whoever is in them.
 *
 * <p>({@link CappedMembers} as they were, {@link GoneParagraphs}) -> {@link CappedMembers}: who was
 * in such a bucket, and perhaps in some other. A link between two paragraphs neither of which is
 * new or among them or in a bucket of {@link FindFilledBuckets} is what it was: where both meet,
 * either all pairs were tried and still are, or the same ones. Shuffles the members of buckets over
 * the cap.
 *
 * @param newKeys of the new paragraphs
 */
public record FindTouchedBuckets(NewKeys newKeys) {

  public Dataset<Row> apply(Dataset<Row> earlierMembers, Dataset<Row> gone) {
    Dataset<Row> joined = earlierMembers.where(newKeys.mayBeIn(col(CappedMembers.BUCKET)));
    Dataset<Row> left =
        earlierMembers.join(
            gone.select(GoneParagraphs.PARAGRAPH_KEY),
            new String[] {CappedMembers.PARAGRAPH_KEY},
            "left_semi");
    Dataset<Row> buckets =
        joined
            .select(CappedMembers.BUCKET)
            .unionByName(left.select(CappedMembers.BUCKET))
            .distinct();
    return CappedMembers.TABLE.conform(
        earlierMembers.join(buckets, new String[] {CappedMembers.BUCKET}, "left_semi"));
  }
}
