package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.table.ChangedCopies;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.NearDuplicates;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Finds the paragraphs whose cluster may be another than it was: those that changed, those that
 * gained or lost a link, and all that links connect with one of these, now or before.
 *
 * <p>({@link NearDuplicates}, those of them that were dropped, those that were found, {@link
 * ChangedParagraphs}) -> {@link ChangedCopies}. A cluster never reaches beyond a connected
 * component, so no other cluster can have changed. Shuffles the few links that came and went;
 * components as {@link ConnectClusters} finds them, and with the same bounds of memory. Starts
 * Spark jobs when applied.
 *
 * @param maxLinksOnDriver more links than this are connected on the executors
 */
public record FindChangedCopies(long maxLinksOnDriver) {

  /**
   * Gives the changed copies.
   *
   * @param links as they are now
   * @param dropped those that were there before and had to be found again
   * @param found what came in their place; a link that is in both has not changed
   */
  public Dataset<Row> apply(
      Dataset<Row> links,
      Dataset<Row> dropped,
      Dataset<Row> found,
      Dataset<Row> changedParagraphs) {
    Dataset<Row> changed =
        changedParagraphs
            .select(ChangedCopies.PARAGRAPH_ID)
            .unionByName(paragraphs(inOne(dropped, found)))
            .distinct()
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> everLinked = ends(links).unionByName(ends(dropped));
    Components components = Components.of(keys(everLinked), maxLinksOnDriver);
    Dataset<Row> touched = components.label(keyed(changed)).select(Components.COMPONENT).distinct();
    return ChangedCopies.TABLE.conform(
        components
            .label(keyed(paragraphs(everLinked)))
            .join(touched, new String[] {Components.COMPONENT}, "left_semi")
            .select(ChangedCopies.PARAGRAPH_ID)
            .unionByName(changed)
            .distinct());
  }

  private static Dataset<Row> inOne(Dataset<Row> some, Dataset<Row> others) {
    return ends(some)
        .unionByName(ends(others))
        .groupBy(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B)
        .agg(count(lit(1)).as("times"))
        .where(col("times").equalTo(1));
  }

  private static Dataset<Row> ends(Dataset<Row> links) {
    return links.select(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B);
  }

  private static Dataset<Row> keys(Dataset<Row> links) {
    return links.select(
        xxhash64(col(NearDuplicates.PARAGRAPH_A)).as(Components.A),
        xxhash64(col(NearDuplicates.PARAGRAPH_B)).as(Components.B));
  }

  private static Dataset<Row> paragraphs(Dataset<Row> links) {
    return links.select(
        explode(array(col(NearDuplicates.PARAGRAPH_A), col(NearDuplicates.PARAGRAPH_B)))
            .as(ChangedCopies.PARAGRAPH_ID));
  }

  private static Dataset<Row> keyed(Dataset<Row> paragraphs) {
    return paragraphs.withColumn(Components.KEY, xxhash64(col(ChangedCopies.PARAGRAPH_ID)));
  }
}
