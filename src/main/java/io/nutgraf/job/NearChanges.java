package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.GoneParagraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The paragraphs long enough to have near copies that changed since the last snapshots.
 *
 * @param before {@link DistinctParagraphs} as they were, without those that came
 * @param now as they are, without those that are gone
 * @param came {@link DistinctParagraphs} that were not there
 * @param gone {@link GoneParagraphs} that are there no more
 */
record NearChanges(
    Dataset<Row> before,
    Dataset<Row> now,
    Dataset<Row> came,
    long nCame,
    Dataset<Row> gone,
    long nGone) {
  private static final String[] BY_PARAGRAPH = {DistinctParagraphs.PARAGRAPH_ID};

  /** Starts two Spark jobs: what came and went is counted, and persisted. */
  static NearChanges of(Dataset<Row> changedBefore, Dataset<Row> changedNow, int minWords) {
    Dataset<Row> before = changedBefore.where(col(DistinctParagraphs.WORDS).geq(minWords));
    Dataset<Row> now = changedNow.where(col(DistinctParagraphs.WORDS).geq(minWords));
    Dataset<Row> came = Scope.kept(now.join(before, BY_PARAGRAPH, "left_anti"));
    Dataset<Row> gone =
        Scope.kept(
            GoneParagraphs.TABLE.conform(
                before
                    .join(now, BY_PARAGRAPH, "left_anti")
                    .withColumn(
                        GoneParagraphs.PARAGRAPH_KEY,
                        xxhash64(col(DistinctParagraphs.PARAGRAPH_ID)))));
    return new NearChanges(before, now, came, came.count(), gone, gone.count());
  }
}
