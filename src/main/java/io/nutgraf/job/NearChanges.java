package io.nutgraf.job;

import io.nutgraf.duplicate.ShingleOrder;
import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.warehouse.EarlierSnapshots;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What came and went among the paragraphs that may have near copies since the last snapshots. */
final class NearChanges {
  private static final StorageLevel LEVEL = StorageLevel.MEMORY_AND_DISK();
  private static final String[] BY_PARAGRAPH = {ShingleSets.PARAGRAPH_ID};

  private final EarlierSnapshots earlier;
  private final Dataset<Row> changedBefore;
  private final Dataset<Row> changedNow;

  /**
   * @param changed the paragraphs that may be new or gone
   * @param changedDistinct those of them that are there
   * @param listShingles for those of the paragraphs that had none
   */
  NearChanges(
      EarlierSnapshots earlier,
      Scope changed,
      Dataset<Row> changedDistinct,
      UnaryOperator<Dataset<Row>> listShingles) {
    this.earlier = earlier;
    this.changedBefore =
        changed.keep(changed.only(earlier.read(ShingleSets.TABLE), ShingleSets.PARAGRAPH_ID));
    Dataset<Row> stillThere =
        changedBefore
            .drop(ShingleSets.FIRST_PUBLISHED_AT)
            .join(
                changedDistinct.select(
                    DistinctParagraphs.PARAGRAPH_ID, DistinctParagraphs.FIRST_PUBLISHED_AT),
                ShingleSets.PARAGRAPH_ID);
    Dataset<Row> unknown = changedDistinct.join(changedBefore, BY_PARAGRAPH, "left_anti");
    this.changedNow =
        changed.keep(
            ShingleSets.TABLE.conform(stillThere).unionByName(listShingles.apply(unknown)));
  }

  /**
   * The shingle sets of the changed paragraphs that are there. A paragraph's text may be another
   * spelling than it was, which gives the same shingles; only the time of its first copy changes.
   */
  Dataset<Row> changedShingles() {
    return changedNow;
  }

  /**
   * Whether the order of shingles is what it was, so that pairs that met before still do.
   *
   * @param paragraphs how many sets of shingles there are now
   */
  boolean keepsOrder(long paragraphs) {
    return ShingleOrder.of(earlierCounts()).stillHolds(paragraphs, changedBefore, changedNow);
  }

  Dataset<Row> earlierCounts() {
    return earlier.read(ShingleCounts.TABLE);
  }

  Dataset<Row> newShingles() {
    return changedNow.join(changedBefore, BY_PARAGRAPH, "left_anti");
  }

  /** Paragraphs that are no more. */
  Dataset<Row> gone() {
    return changedBefore.join(changedNow, BY_PARAGRAPH, "left_anti");
  }

  Dataset<Row> earlierCappedMembers() {
    return earlier.read(CappedMembers.TABLE);
  }

  /** Links between paragraphs that are still there and are not compared again. */
  Dataset<Row> keptLinks(Dataset<Row> comparedAgain) {
    Dataset<Row> ids = noLongerKnown(comparedAgain);
    return of(
        of(earlierLinks(), NearDuplicates.PARAGRAPH_A, "left_anti", ids),
        NearDuplicates.PARAGRAPH_B,
        "left_anti",
        ids);
  }

  /** The others. */
  Dataset<Row> droppedLinks(Dataset<Row> comparedAgain) {
    Dataset<Row> ids = noLongerKnown(comparedAgain);
    Dataset<Row> links = earlierLinks();
    return of(links, NearDuplicates.PARAGRAPH_A, "left_semi", ids)
        .unionByName(
            of(
                of(links, NearDuplicates.PARAGRAPH_A, "left_anti", ids),
                NearDuplicates.PARAGRAPH_B,
                "left_semi",
                ids))
        .persist(LEVEL);
  }

  private Dataset<Row> earlierLinks() {
    return earlier.read(NearDuplicates.TABLE);
  }

  private Dataset<Row> noLongerKnown(Dataset<Row> comparedAgain) {
    return gone()
        .select(ShingleSets.PARAGRAPH_ID)
        .unionByName(comparedAgain.select(ShingleSets.PARAGRAPH_ID));
  }

  private static Dataset<Row> of(Dataset<Row> links, String end, String join, Dataset<Row> ids) {
    return links.join(
        ids.withColumnRenamed(ShingleSets.PARAGRAPH_ID, end), new String[] {end}, join);
  }
}
