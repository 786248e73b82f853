package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashCounts;
import io.nutgraf.text.ShingleBytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts in how many paragraphs each hash occurs, over the whole corpus, into one sketch of bounded
 * size on the driver.
 *
 * <p>Each task fills a sketch of its own and gives it out in pieces, the pieces are added up where
 * they meet, and only the sums come to the driver. The counts are a function of the set of
 * paragraphs alone.
 *
 * @param maxSlots greatest number of slots, a byte each, in every task and on the driver
 */
record KeyCounting(CandidateKeys keys, int maxSlots) {
  private static final int PIECE = 1 << 18;
  private static final StructType PIECES =
      new StructType()
          .add("piece", DataTypes.IntegerType, false)
          .add("counts", DataTypes.BinaryType, false);

  /** Shingles of all paragraphs together. */
  static long shingles(Dataset<Row> shingleSets) {
    Row total = shingleSets.agg(sum(col(ShingleSets.N_SHINGLES))).first();
    return total.isNullAt(0) ? 0 : total.getLong(0);
  }

  HashCounts over(Dataset<Row> shingleSets, long shingles) {
    int slots = HashCounts.slotsFor(shingles, maxSlots);
    List<Row> sums =
        shingleSets
            .select(ShingleSets.SHINGLES)
            .mapPartitions(new CountInPartition(keys, slots), Encoders.row(PIECES))
            .repartition(col("piece"))
            .mapPartitions(new AddUpPieces(), Encoders.row(PIECES))
            .collectAsList();
    byte[] counts = new byte[slots];
    for (Row piece : sums) {
      byte[] part = piece.getAs("counts");
      System.arraycopy(part, 0, counts, piece.getInt(0) * PIECE, part.length);
    }
    return new HashCounts(counts);
  }

  private record CountInPartition(CandidateKeys keys, int slots)
      implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> sets) {
      if (!sets.hasNext()) {
        return Collections.emptyIterator();
      }
      HashCounts counts = new HashCounts(slots);
      while (sets.hasNext()) {
        byte[] shingles = sets.next().getAs(0);
        for (long hash : keys.hashes(ShingleBytes.toLongs(shingles))) {
          counts.add(hash);
        }
      }
      List<Row> pieces = new ArrayList<>();
      for (int start = 0; start < slots; start += PIECE) {
        byte[] piece = Arrays.copyOfRange(counts.counts(), start, Math.min(slots, start + PIECE));
        pieces.add(RowFactory.create(start / PIECE, piece));
      }
      return pieces.iterator();
    }
  }

  private record AddUpPieces() implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> pieces) {
      Map<Integer, byte[]> sums = new TreeMap<>();
      while (pieces.hasNext()) {
        Row piece = pieces.next();
        byte[] part = piece.getAs(1);
        byte[] sum = sums.putIfAbsent(piece.getInt(0), part);
        if (sum != null) {
          HashCounts.addAll(sum, part);
        }
      }
      return sums.entrySet().stream()
          .map(sum -> RowFactory.create(sum.getKey(), sum.getValue()))
          .iterator();
    }
  }
}
