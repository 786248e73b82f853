package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One bucket of paragraphs too great for all its pairs to be compared. */
public final class CappedBuckets {
  public static final String BUCKET = "bucket";
  public static final String MEMBERS = "members";

  public static final Table TABLE =
      new Table(
          "capped_buckets",
          Table.Kind.KEPT,
          "a bucket over the cap",
          new StructType()
              .add(BUCKET, LongType, true, "The key that its members share")
              .add(MEMBERS, LongType, true, "Distinct paragraphs in it"),
          List.of(BUCKET));

  private CappedBuckets() {}
}
