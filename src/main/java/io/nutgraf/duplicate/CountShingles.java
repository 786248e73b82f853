package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashCounts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Counts in how many paragraphs each shingle occurs, among the early ones, which give the order of
 * shingles, and among the others.
 *
 * <p>{@link ShingleSets} -> {@link ShingleCounts}: a sketch of bounded size, in pieces; none for no
 * paragraphs. Which ones are early, and why: {@link ShingleOrder}. Each task fills sketches of its
 * own and gives them out in pieces, which are added up where they meet. The counts are a function
 * of the set of paragraphs alone; those of the early, even the number of slots, of the early alone.
 * Starts a Spark job when applied: it must know how many paragraphs each day has.
 *
 * @param keys by what paragraphs will meet
 * @param maxSlots slots of a sketch at most, a byte each; a task holds two sketches
 */
public record CountShingles(CandidateKeys keys, int maxSlots) {
  public CountShingles {
    if (maxSlots < 1) {
      throw new IllegalArgumentException("maxSlots must be at least 1, but is " + maxSlots);
    }
  }

  public Dataset<Row> apply(Dataset<Row> shingleSets) {
    PublishedDays days = PublishedDays.of(shingleSets);
    ShingleOrder order = days.order();
    int slots = HashCounts.slotsFor(days.earlyShingles(), maxSlots);
    return ShingleCounts.TABLE.conform(
        shingleSets
            .select(col(ShingleSets.SHINGLES), order.isEarly())
            .mapPartitions(new CountInPartition(keys, slots), Encoders.row(SketchPieces.SCHEMA))
            .repartition(col(ShingleCounts.PIECE))
            .mapPartitions(new AddUpPieces(), Encoders.row(SketchPieces.SCHEMA))
            .withColumn(ShingleCounts.LAST_EARLY_DAY, lit(order.lastEarlyDay()).cast("date"))
            .withColumn(ShingleCounts.PARAGRAPHS, lit(days.paragraphs()))
            .withColumn(ShingleCounts.SHINGLES, lit(days.shingles())));
  }
}
