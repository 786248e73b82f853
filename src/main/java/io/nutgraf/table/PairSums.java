package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The counts of a pair, added up over the days of a period. */
public final class PairSums {
  public static final String UNIT = "unit";
  public static final String PERIOD = "period";
  public static final String ACTOR_A = "actor_a";
  public static final String ACTOR_B = "actor_b";
  public static final String N_RAW = "n_raw";
  public static final String N_DISTINCT = "n_distinct";

  public static final Table TABLE =
      new Table(
          "pair_sums",
          Table.Kind.STAGED,
          "a unit, a period and a pair",
          new StructType()
              .add(UNIT, StringType, true, "sentence, paragraph or article")
              .add(
                  PERIOD,
                  IntegerType,
                  true,
                  "First day since 1970-01-01; the smallest int for the whole corpus")
              .add(ACTOR_A, StringType, true, "The actor with the smaller identifier")
              .add(ACTOR_B, StringType, true, "The actor with the greater identifier")
              .add(N_RAW, LongType, true, "Units that name both")
              .add(N_DISTINCT, LongType, true, "Units that name both, copies counted once"),
          List.of(UNIT, PERIOD, ACTOR_A, ACTOR_B));

  private PairSums() {}
}
