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
 * <p>({@link NearDuplicates}, the same as they were, {@link ChangedParagraphs}) -> {@link
 * ChangedCopies}. A cluster never reaches beyond a connected component, so no other cluster can
 * have changed. Shuffles pairs of ids; components as {@link ConnectClusters} finds them, and with
 * the same bounds of memory. Starts Spark jobs when applied.
 *
 * @param maxLinksOnDriver more links than this are connected on the executors
 */
public record FindChangedCopies(long maxLinksOnDriver) {

  public Dataset<Row> apply(
      Dataset<Row> links, Dataset<Row> earlierLinks, Dataset<Row> changedParagraphs) {
    Dataset<Row> everLinked =
        ends(links)
            .unionByName(ends(earlierLinks))
            .groupBy(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B)
            .agg(count(lit(1)).as("times"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> changed =
        changedParagraphs
            .select(ChangedCopies.PARAGRAPH_ID)
            .unionByName(paragraphs(everLinked.where(col("times").equalTo(1))))
            .distinct()
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> connected = connected(everLinked);
    Dataset<Row> components =
        connected
            .join(changed, new String[] {ChangedCopies.PARAGRAPH_ID}, "left_semi")
            .select(Components.COMPONENT)
            .distinct();
    return ChangedCopies.TABLE.conform(
        connected
            .join(components, new String[] {Components.COMPONENT}, "left_semi")
            .select(ChangedCopies.PARAGRAPH_ID)
            .unionByName(changed)
            .distinct());
  }

  /** Every linked paragraph with its component. */
  private Dataset<Row> connected(Dataset<Row> links) {
    Dataset<Row> keys =
        links.select(
            xxhash64(col(NearDuplicates.PARAGRAPH_A)).as(Components.A),
            xxhash64(col(NearDuplicates.PARAGRAPH_B)).as(Components.B));
    Dataset<Row> paragraphs =
        paragraphs(links)
            .distinct()
            .withColumn(Components.KEY, xxhash64(col(ChangedCopies.PARAGRAPH_ID)));
    return Components.of(links, maxLinksOnDriver)
        .label(keys, paragraphs)
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static Dataset<Row> ends(Dataset<Row> links) {
    return links.select(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B);
  }

  private static Dataset<Row> paragraphs(Dataset<Row> links) {
    return links.select(
        explode(array(col(NearDuplicates.PARAGRAPH_A), col(NearDuplicates.PARAGRAPH_B)))
            .as(ChangedCopies.PARAGRAPH_ID));
  }
}
