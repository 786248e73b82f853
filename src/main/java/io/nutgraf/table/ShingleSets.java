package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The word 3-shingles of one distinct paragraph. */
public final class ShingleSets {
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String PARAGRAPH_KEY = "paragraph_key";
  public static final String WORDS = "words";
  public static final String N_SHINGLES = "n_shingles";
  public static final String SHINGLES = "shingles";
  public static final String FIRST_PUBLISHED_AT = "first_published_at";

  public static final Table TABLE =
      new Table(
          "shingle_sets",
          Table.Kind.KEPT,
          "a distinct paragraph that may have near copies",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits")
              .add(
                  PARAGRAPH_KEY,
                  LongType,
                  true,
                  "64-bit hash of paragraph_id, for joins; two paragraphs may share it")
              .add(WORDS, IntegerType, true, "Words in the normal form")
              .add(N_SHINGLES, IntegerType, true, "Different shingles")
              .add(
                  SHINGLES,
                  BinaryType,
                  true,
                  "Their 64-bit hashes in ascending order, eight bytes each, little-endian")
              .add(
                  FIRST_PUBLISHED_AT,
                  TimestampType,
                  true,
                  "When its first copy was published, as known when the set was made"),
          List.of(PARAGRAPH_ID));

  private ShingleSets() {}
}
