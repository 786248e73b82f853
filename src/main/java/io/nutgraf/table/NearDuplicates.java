package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Two distinct paragraphs that are near copies: a verified link. */
public final class NearDuplicates {
  public static final String PARAGRAPH_A = "paragraph_a";
  public static final String PARAGRAPH_B = "paragraph_b";
  public static final String JACCARD = "jaccard";
  public static final String CONTAINMENT = "containment";

  public static final Table TABLE =
      new Table(
          "near_duplicates",
          Table.Kind.SNAPSHOT,
          "a verified link",
          new StructType()
              .add(
                  PARAGRAPH_A,
                  StringType,
                  true,
                  "The distinct paragraph with the smaller identifier")
              .add(
                  PARAGRAPH_B,
                  StringType,
                  true,
                  "The distinct paragraph with the greater identifier")
              .add(
                  JACCARD,
                  DoubleType,
                  true,
                  "Word 3-shingles in both over word 3-shingles in either")
              .add(
                  CONTAINMENT,
                  DoubleType,
                  true,
                  "Share of the smaller set of shingles that is in the greater"),
          List.of(PARAGRAPH_A, PARAGRAPH_B));

  private NearDuplicates() {}
}
