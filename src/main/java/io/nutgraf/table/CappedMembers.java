package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One paragraph in a bucket too great for all its pairs to be compared. */
public final class CappedMembers {
  public static final String BUCKET = "bucket";
  public static final String PARAGRAPH_KEY = "paragraph_key";
  public static final String PLACE = "place";

  public static final Table TABLE =
      new Table(
          "capped_members",
          Table.Kind.KEPT,
          "a paragraph in a bucket over the cap",
          new StructType()
              .add(BUCKET, LongType, true, "The key that the members of the bucket share")
              .add(PARAGRAPH_KEY, LongType, true, "Key of the paragraph")
              .add(
                  PLACE,
                  LongType,
                  true,
                  "Its shingles, how many of them come before the key, and whether it is long enough"
                      + " for containment, in one number that sorts by size"),
          List.of(BUCKET, PARAGRAPH_KEY));

  private CappedMembers() {}
}
