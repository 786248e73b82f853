package io.nutgraf.job;

import io.nutgraf.table.GoneParagraphs;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.warehouse.EarlierSnapshots;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The shingle sets that are kept from run to run. But for the time of the first copy, which is that
 * of the night they were written in, they are functions of a paragraph's words, so a night adds its
 * own and lists which of the others to leave out; once in a while all are written anew.
 */
final class KeptShingles {
  /** One in so many may be gone. */
  private static final long LEAST_KEPT_FOR_A_GONE = 8;

  private static final String[] BY_PARAGRAPH = {ShingleSets.PARAGRAPH_ID};

  private final EarlierSnapshots earlier;
  private final NearChanges news;
  private final long earlierGone;

  KeptShingles(EarlierSnapshots earlier, NearChanges news) {
    this.earlier = earlier;
    this.news = news;
    this.earlierGone = earlier.rows(GoneParagraphs.TABLE);
  }

  /** How many paragraphs have a set now. */
  long paragraphs() {
    return earlier.rows(ShingleSets.TABLE) - earlierGone + news.nCame() - news.nGone();
  }

  /**
   * {@link ShingleSets} as they are now.
   *
   * @param came those of the paragraphs that came
   */
  record Sets(Dataset<Row> all, Dataset<Row> came) {}

  /**
   * Keeps them for the next run.
   *
   * @param came {@link ShingleSets} of the paragraphs that came
   */
  Sets keep(Dataset<Row> came, Steps steps) {
    if (earlierGone + news.nGone() == 0 && !isToBeWrittenAnew()) {
      Dataset<Row> all = steps.add(ShingleSets.TABLE, earlier, came);
      steps.takeOver(GoneParagraphs.TABLE, earlier);
      return new Sets(all, steps.added(ShingleSets.TABLE));
    }
    Dataset<Row> kept = Scope.kept(came);
    Dataset<Row> goneBefore = earlier.read(GoneParagraphs.TABLE);
    // What comes back has its set already.
    Dataset<Row> unknown = without(kept, goneBefore);
    Dataset<Row> gone = without(goneBefore.unionByName(news.gone()), kept);
    if (isToBeWrittenAnew()) {
      Dataset<Row> all = earlier.read(ShingleSets.TABLE).unionByName(unknown);
      Dataset<Row> sets = steps.make(ShingleSets.TABLE, without(all, gone));
      steps.make(GoneParagraphs.TABLE, goneBefore.limit(0));
      return new Sets(sets, kept);
    }
    Dataset<Row> sets = steps.add(ShingleSets.TABLE, earlier, unknown);
    return new Sets(without(sets, steps.make(GoneParagraphs.TABLE, gone)), kept);
  }

  private boolean isToBeWrittenAnew() {
    return earlier.isInManyPieces(ShingleSets.TABLE)
        || earlierGone * LEAST_KEPT_FOR_A_GONE > earlier.rows(ShingleSets.TABLE);
  }

  private static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> paragraphs) {
    return rows.join(paragraphs.select(ShingleSets.PARAGRAPH_ID), BY_PARAGRAPH, "left_anti");
  }
}
