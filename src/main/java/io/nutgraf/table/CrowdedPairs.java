package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * Two paragraphs that are or were tried with each other in some bucket of {@link CrowdedMembers}.
 */
public final class CrowdedPairs {
  public static final String PARAGRAPH_KEY_A = NearCandidates.PARAGRAPH_KEY_A;
  public static final String PARAGRAPH_KEY_B = NearCandidates.PARAGRAPH_KEY_B;
  public static final String WAS_TRIED = "was_tried";
  public static final String IS_TRIED = "is_tried";

  public static final Table TABLE =
      new Table(
          "crowded_pairs",
          Table.Kind.STAGED,
          "a pair that is or was tried in a bucket over the cap",
          new StructType()
              .add(PARAGRAPH_KEY_A, LongType, true, "The smaller key")
              .add(PARAGRAPH_KEY_B, LongType, true, "The greater key")
              .add(WAS_TRIED, BooleanType, true, "Whether it was tried there before the night")
              .add(IS_TRIED, BooleanType, true, "Whether it is tried there after it"),
          List.of(PARAGRAPH_KEY_A, PARAGRAPH_KEY_B));

  private CrowdedPairs() {}
}
