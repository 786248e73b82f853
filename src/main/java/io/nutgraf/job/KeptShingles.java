package io.nutgraf.job;

import io.nutgraf.table.GoneParagraphs;
import io.nutgraf.table.ShingleKeys;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.Table;
import io.nutgraf.warehouse.EarlierSnapshots;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The shingle sets that are kept from run to run, and the keys beside them. But for the time of the
 * first copy, which is that of the night they were written in, they are functions of a paragraph's
 * words and of the order of shingles, so while that holds a night adds its own and lists which of
 * the others to leave out; once in a while all are written anew.
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
   * As they are now.
   *
   * @param all {@link ShingleSets}
   * @param came those of the paragraphs that came
   * @param allKeys {@link ShingleKeys}
   * @param cameKeys those of the paragraphs that came
   */
  record Sets(Dataset<Row> all, Dataset<Row> came, Dataset<Row> allKeys, Dataset<Row> cameKeys) {}

  /**
   * Keeps them for the next run.
   *
   * @param came {@link ShingleSets} of the paragraphs that came
   * @param keysOf makes {@link ShingleKeys}
   */
  Sets keep(Dataset<Row> came, UnaryOperator<Dataset<Row>> keysOf, Steps steps) {
    if (earlierGone + news.nGone() == 0 && !isToBeWrittenAnew()) {
      Dataset<Row> all = steps.add(ShingleSets.TABLE, earlier, came);
      Dataset<Row> own = steps.added(ShingleSets.TABLE);
      Dataset<Row> allKeys = steps.add(ShingleKeys.TABLE, earlier, keysOf.apply(own));
      steps.takeOver(GoneParagraphs.TABLE, earlier);
      return new Sets(all, own, allKeys, steps.added(ShingleKeys.TABLE));
    }
    Dataset<Row> kept = Persisted.rows(came);
    Dataset<Row> keptKeys = Persisted.rows(keysOf.apply(kept));
    Dataset<Row> goneBefore = earlier.read(GoneParagraphs.TABLE);
    // What comes back has its set already.
    Dataset<Row> unknown = without(kept, goneBefore);
    Dataset<Row> unknownKeys = without(keptKeys, goneBefore);
    Dataset<Row> gone = without(goneBefore.unionByName(news.gone()), kept);
    if (isToBeWrittenAnew()) {
      Dataset<Row> all = writeAnew(ShingleSets.TABLE, unknown, gone, steps);
      Dataset<Row> allKeys = writeAnew(ShingleKeys.TABLE, unknownKeys, gone, steps);
      steps.make(GoneParagraphs.TABLE, goneBefore.limit(0));
      return new Sets(all, kept, allKeys, keptKeys);
    }
    Dataset<Row> nowGone = steps.make(GoneParagraphs.TABLE, gone);
    return new Sets(
        without(steps.add(ShingleSets.TABLE, earlier, unknown), nowGone),
        kept,
        without(steps.add(ShingleKeys.TABLE, earlier, unknownKeys), nowGone),
        keptKeys);
  }

  private Dataset<Row> writeAnew(
      Table table, Dataset<Row> unknown, Dataset<Row> gone, Steps steps) {
    return steps.make(table, without(earlier.read(table).unionByName(unknown), gone));
  }

  private boolean isToBeWrittenAnew() {
    return earlier.isInManyPieces(ShingleSets.TABLE)
        || earlierGone * LEAST_KEPT_FOR_A_GONE > earlier.rows(ShingleSets.TABLE);
  }

  private static Dataset<Row> without(Dataset<Row> rows, Dataset<Row> paragraphs) {
    return rows.join(paragraphs.select(ShingleSets.PARAGRAPH_ID), BY_PARAGRAPH, "left_anti");
  }
}
