package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.BinaryType;

import io.nutgraf.table.ShingleCounts;
import io.nutgraf.text.HashCounts;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * {@link ShingleCounts} on the driver: a byte a slot twice, bounded by the greatest sketch.
 *
 * @param early counts over the early paragraphs
 * @param later counts over the others, in as many slots
 * @param shingles of all paragraphs together
 */
record GatheredCounts(HashCounts early, HashCounts later, long shingles) {
  private static final int FEWEST_SLOTS = 1 << 10;

  /** Those of the early paragraphs alone, the others left at none. Starts a Spark job. */
  static GatheredCounts ofEarly(Dataset<Row> shingleCounts) {
    return of(shingleCounts.withColumn(ShingleCounts.LATER_COUNTS, lit(null).cast(BinaryType)));
  }

  /** Starts a Spark job. */
  static GatheredCounts of(Dataset<Row> shingleCounts) {
    List<Row> pieces =
        shingleCounts
            .select(
                ShingleCounts.PIECE,
                ShingleCounts.EARLY_COUNTS,
                ShingleCounts.LATER_COUNTS,
                ShingleCounts.SHINGLES)
            .collectAsList();
    if (pieces.isEmpty()) {
      return new GatheredCounts(new HashCounts(FEWEST_SLOTS), new HashCounts(FEWEST_SLOTS), 0);
    }
    int slots = pieces.stream().mapToInt(piece -> piece.<byte[]>getAs(1).length).sum();
    byte[] early = new byte[slots];
    byte[] later = new byte[slots];
    for (Row piece : pieces) {
      SketchPieces.put(piece.getAs(1), piece.getInt(0), early);
      if (!piece.isNullAt(2)) {
        SketchPieces.put(piece.getAs(2), piece.getInt(0), later);
      }
    }
    return new GatheredCounts(
        new HashCounts(early), new HashCounts(later), pieces.get(0).getLong(3));
  }
}
