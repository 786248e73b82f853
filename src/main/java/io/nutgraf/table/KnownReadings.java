package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * What paragraphs were found to name on earlier nights; kept with the state, never published. Holds
 * names but no text.
 */
public final class KnownReadings {
  public static final String H1 = Readings.H1;
  public static final String H2 = Readings.H2;
  public static final String SPELLING = Readings.SPELLING;
  public static final String SENTENCES = Readings.SENTENCES;
  public static final String SPANS = Readings.SPANS;

  public static final Table TABLE =
      new Table(
          "known_readings",
          Table.Kind.STAGED,
          "a distinct paragraph in one spelling that has been read for actors",
          new StructType()
              .add(H1, LongType, true, "First half of the paragraph's 128-bit hash")
              .add(H2, LongType, true, "Second half of it")
              .add(SPELLING, LongType, true, "64-bit hash of the paragraph exactly as written")
              .add(Readings.TABLE.schema().apply(SENTENCES))
              .add(SPANS, StringType, true, "Its spans as JSON: most are passed over unread"),
          List.of(H1, H2, SPELLING));

  private KnownReadings() {}
}
