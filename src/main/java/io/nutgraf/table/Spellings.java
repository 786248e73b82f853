package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One distinct paragraph of the night in one way of writing it: case and punctuation count. */
public final class Spellings {
  public static final String H1 = "h1";
  public static final String H2 = "h2";
  public static final String SPELLING = "spelling";
  public static final String IS_FIRST_COPY = "is_first_copy";
  public static final String TEXT = "text";
  public static final String WORDS = "words";

  public static final Table TABLE =
      new Table(
          "spellings",
          Table.Kind.STAGED,
          "a distinct paragraph in one spelling",
          new StructType()
              .add(H1, LongType, true, "First half of the paragraph's 128-bit hash")
              .add(H2, LongType, true, "Second half of it")
              .add(SPELLING, LongType, true, "64-bit hash of the paragraph exactly as written")
              .add(IS_FIRST_COPY, BooleanType, true, "So the first copy of the night is written")
              .add(TEXT, StringType, true, "The paragraph as written")
              .add(WORDS, IntegerType, true, "Words in the normal form"),
          List.of(H1, H2, SPELLING));

  private Spellings() {}
}
