package io.nutgraf.duplicate;

import io.nutgraf.text.HashCounts;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Pieces of many sketches, all of one number in one partition -> a piece for each number. */
record AddUpPieces() implements MapPartitionsFunction<Row, Row> {
  @Override
  public Iterator<Row> call(Iterator<Row> pieces) {
    Map<Integer, byte[]> early = new TreeMap<>();
    Map<Integer, byte[]> later = new TreeMap<>();
    while (pieces.hasNext()) {
      Row piece = pieces.next();
      add(early, piece.getInt(0), piece.getAs(1));
      add(later, piece.getInt(0), piece.getAs(2));
    }
    return early.entrySet().stream()
        .map(sum -> RowFactory.create(sum.getKey(), sum.getValue(), later.get(sum.getKey())))
        .iterator();
  }

  private static void add(Map<Integer, byte[]> sums, int number, byte[] part) {
    if (part == null) {
      return;
    }
    byte[] sum = sums.putIfAbsent(number, part);
    if (sum != null) {
      HashCounts.addAll(sum, part);
    }
  }
}
