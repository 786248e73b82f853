package io.nutgraf.duplicate;

import io.nutgraf.table.ShingleCounts;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A sketch cut into rows, so that many tasks can add up what others counted. */
final class SketchPieces {
  static final StructType SCHEMA =
      new StructType()
          .add(ShingleCounts.PIECE, DataTypes.IntegerType)
          .add(ShingleCounts.EARLY_COUNTS, DataTypes.BinaryType)
          .add(ShingleCounts.LATER_COUNTS, DataTypes.BinaryType);

  private static final int SLOTS = 1 << 18;

  private SketchPieces() {}

  /**
   * @param later null for none
   */
  static Iterator<Row> cut(byte[] early, byte[] later) {
    return IntStream.rangeClosed(0, (early.length - 1) / SLOTS)
        .mapToObj(piece -> RowFactory.create(piece, part(early, piece), part(later, piece)))
        .iterator();
  }

  /** Puts one piece back where it was cut. */
  static void put(byte[] part, int piece, byte[] sketch) {
    System.arraycopy(part, 0, sketch, piece * SLOTS, part.length);
  }

  private static byte[] part(byte[] sketch, int piece) {
    int start = piece * SLOTS;
    return sketch == null
        ? null
        : Arrays.copyOfRange(sketch, start, Math.min(sketch.length, start + SLOTS));
  }
}
