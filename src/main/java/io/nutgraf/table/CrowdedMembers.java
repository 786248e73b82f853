package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;

import org.apache.spark.sql.types.StructType;

/** {@link CappedMembers} as they were before a night and as they are after it. */
public final class CrowdedMembers {
  public static final String WAS_THERE = "was_there";
  public static final String IS_THERE = "is_there";

  public static final Table TABLE =
      new Table(
          "crowded_members",
          Table.Kind.STAGED,
          "a paragraph in a bucket that was over the cap or is",
          new StructType(CappedMembers.TABLE.schema().fields())
              .add(WAS_THERE, BooleanType, true, "Before the night")
              .add(IS_THERE, BooleanType, true, "After it"),
          CappedMembers.TABLE.key());

  private CrowdedMembers() {}
}
