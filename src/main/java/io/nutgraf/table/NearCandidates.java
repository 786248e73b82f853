package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * Two paragraphs that may be near copies, not yet compared; or one paragraph in a crowded bucket.
 */
public final class NearCandidates {
  public static final String PARAGRAPH_KEY_A = "paragraph_key_a";
  public static final String PARAGRAPH_KEY_B = "paragraph_key_b";
  public static final String BUCKET = "bucket";
  public static final String PLACE = "place";

  public static final Table TABLE =
      new Table(
          "near_candidates",
          Table.Kind.STAGED,
          "a pair to compare, or a paragraph in a bucket over the cap",
          new StructType()
              .add(PARAGRAPH_KEY_A, LongType, true, "Key of the one paragraph")
              .add(
                  PARAGRAPH_KEY_B,
                  LongType,
                  true,
                  "Key of the other; null in a row about a crowded bucket")
              .add(
                  BUCKET,
                  LongType,
                  true,
                  "The crowded bucket that the one paragraph is in; null in a row about a pair")
              .add(
                  PLACE,
                  LongType,
                  true,
                  "Its place there, negative if a night found it there already; null in a row about"
                      + " a pair"),
          List.of(PARAGRAPH_KEY_A, PARAGRAPH_KEY_B, BUCKET));

  private NearCandidates() {}
}
