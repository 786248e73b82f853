package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;

import org.apache.spark.sql.types.StructType;

/** {@link NearDuplicates} that come or go because the members of buckets over the cap changed. */
public final class TurnedLinks {
  public static final String IS_TRIED = CrowdedPairs.IS_TRIED;

  public static final Table TABLE =
      new Table(
          "turned_links",
          Table.Kind.STAGED,
          "a near copy that is tried for the first time or no more",
          new StructType(NearDuplicates.TABLE.schema().fields())
              .add(IS_TRIED, BooleanType, true, "True for a link that comes"),
          NearDuplicates.TABLE.key());

  private TurnedLinks() {}
}
