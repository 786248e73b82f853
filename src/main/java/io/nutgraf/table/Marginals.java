package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** How many units of a period name an actor, name any, or are there at all; copies counted once. */
public final class Marginals {
  public static final String UNIT = "unit";
  public static final String PERIOD = "period";
  public static final String OF = "of";
  public static final String ACTOR_ID = "actor_id";
  public static final String N_DISTINCT = "n_distinct";

  public static final String OF_ACTOR = "actor";
  public static final String OF_ANY_ACTOR = "any_actor";
  public static final String OF_ALL = "all";

  public static final Table TABLE =
      new Table(
          "marginals",
          Table.Kind.STAGED,
          "a unit, a period and an actor or a total",
          new StructType()
              .add(UNIT, StringType, true, "sentence, paragraph or article")
              .add(
                  PERIOD,
                  IntegerType,
                  true,
                  "First day since 1970-01-01; the smallest int for the whole corpus")
              .add(
                  OF,
                  StringType,
                  true,
                  "actor (units that name it), any_actor (that name some actor) or all")
              .add(ACTOR_ID, StringType, true, "The actor; null for totals")
              .add(N_DISTINCT, LongType, true, "Units, every cluster of copies counted once"),
          List.of(UNIT, PERIOD, OF, ACTOR_ID));

  private Marginals() {}
}
