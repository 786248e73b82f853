package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.CrowdedMembers;
import io.nutgraf.table.GoneParagraphs;
import io.nutgraf.table.ShingleKeys;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Lists who was and who is in the buckets that were over the cap.
 *
 * <p>({@link CappedMembers} as they were, {@link ShingleKeys} of the new paragraphs, {@link
 * GoneParagraphs}) -> {@link CrowdedMembers}. Shuffles the members of buckets over the cap, unless
 * few paragraphs are gone.
 *
 * @param newKeys of the new paragraphs
 * @param filter what a pair must be able to share
 */
public record ListCrowdedMembers(NewKeys newKeys, OverlapFilter filter) {
  private static final String IS_GONE = "is_gone";

  public Dataset<Row> apply(
      Dataset<Row> cappedMembers, Dataset<Row> newParagraphs, Dataset<Row> gone) {
    Dataset<Row> goneKeys =
        gone.select(col(GoneParagraphs.PARAGRAPH_KEY)).distinct().withColumn(IS_GONE, lit(true));
    Dataset<Row> were =
        cappedMembers
            .join(goneKeys, new String[] {CappedMembers.PARAGRAPH_KEY}, "left")
            .withColumn(CrowdedMembers.WAS_THERE, lit(true))
            .withColumn(CrowdedMembers.IS_THERE, col(IS_GONE).isNull());
    Dataset<Row> came =
        KeysOfParagraph.columns(newParagraphs)
            .flatMap(
                new CrowdedPlaces(newKeys.keys(), filter, newKeys.crowded()),
                Encoders.row(CappedMembers.TABLE.schema()))
            .withColumn(CrowdedMembers.WAS_THERE, lit(false))
            .withColumn(CrowdedMembers.IS_THERE, lit(true));
    return CrowdedMembers.TABLE.conform(were).unionByName(CrowdedMembers.TABLE.conform(came));
  }
}
