package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** In how many paragraphs shingles occur: one piece of a sketch, and what the sketch is of. */
public final class ShingleCounts {
  public static final String PIECE = "piece";
  public static final String EARLY_COUNTS = "early_counts";
  public static final String LATER_COUNTS = "later_counts";
  public static final String LAST_EARLY_DAY = "last_early_day";
  public static final String PARAGRAPHS = "paragraphs";
  public static final String SHINGLES = "shingles";

  public static final Table TABLE =
      new Table(
          "shingle_counts",
          Table.Kind.KEPT,
          "a piece of the sketch of shingle counts",
          new StructType()
              .add(PIECE, IntegerType, true, "Which piece; each but the last is of the same length")
              .add(
                  EARLY_COUNTS,
                  BinaryType,
                  true,
                  "A byte a slot: in how many early paragraphs its shingles occur, 255 at most;"
                      + " they give the order of shingles")
              .add(
                  LATER_COUNTS,
                  BinaryType,
                  true,
                  "The same for the paragraphs that are not early; null when there are none")
              .add(
                  LAST_EARLY_DAY,
                  DateType,
                  true,
                  "Paragraphs first published until this day, UTC, are early; null when all are")
              .add(PARAGRAPHS, LongType, true, "Shingle sets counted, the same in each row")
              .add(SHINGLES, LongType, true, "Their shingles together, the same in each row"),
          List.of(PIECE));

  private ShingleCounts() {}
}
