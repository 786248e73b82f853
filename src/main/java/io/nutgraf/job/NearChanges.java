package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.duplicate.ShingleOrder;
import io.nutgraf.table.ChangedDistinct;
import io.nutgraf.table.GoneParagraphs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The paragraphs long enough to have near copies that changed since the last snapshots.
 *
 * @param nCame how many were not there
 * @param nGone how many are there no more
 * @param nMoved how many give another order of shingles
 */
record NearChanges(Dataset<Row> changed, long nCame, long nGone, long nMoved) {

  /**
   * Starts a Spark job.
   *
   * @param allChanged {@link ChangedDistinct}, staged
   * @param order of the shingles as it was
   */
  static NearChanges of(Dataset<Row> allChanged, int minWords, ShingleOrder order) {
    Dataset<Row> changed = allChanged.where(col(ChangedDistinct.WORDS).geq(minWords));
    Row counts =
        changed.agg(count_if(isNew()), count_if(isGone()), count_if(order.hasMoved())).first();
    return new NearChanges(changed, counts.getLong(0), counts.getLong(1), counts.getLong(2));
  }

  /** {@link io.nutgraf.table.DistinctParagraphs} that were not there, without their counts. */
  Dataset<Row> came() {
    return changed.where(isNew());
  }

  /** {@link GoneParagraphs}. */
  Dataset<Row> gone() {
    return GoneParagraphs.TABLE.conform(
        changed
            .where(isGone())
            .withColumn(GoneParagraphs.PARAGRAPH_KEY, xxhash64(col(ChangedDistinct.PARAGRAPH_ID))));
  }

  private static Column isNew() {
    return not(col(ChangedDistinct.WAS_THERE));
  }

  private static Column isGone() {
    return not(col(ChangedDistinct.IS_THERE));
  }
}
