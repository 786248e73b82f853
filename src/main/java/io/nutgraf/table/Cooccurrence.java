package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * How often two actors are named together, by unit and day of publication; copies counted and
 * counted once.
 */
public final class Cooccurrence {
  public static final String UNIT = "unit";
  public static final String DAY = "day";
  public static final String ACTOR_A = "actor_a";
  public static final String ACTOR_B = "actor_b";
  public static final String N_RAW = "n_raw";
  public static final String N_DISTINCT = "n_distinct";
  public static final String N_EVIDENCE = "n_evidence";
  public static final String N_SOURCES = "n_sources";
  public static final String N_FRACTIONAL = "n_fractional";

  public static final Table TABLE =
      new Table(
          "cooccurrence",
          Table.Kind.SNAPSHOT,
          "a unit, a day and a pair",
          new StructType()
              .add(UNIT, StringType, true, "sentence, paragraph or article")
              .add(
                  DAY,
                  DateType,
                  true,
                  "Day of publication, UTC; for the distinct counts, of the first copy")
              .add(ACTOR_A, StringType, true, "The actor with the smaller identifier")
              .add(ACTOR_B, StringType, true, "The actor with the greater identifier")
              .add(N_RAW, LongType, true, "Units that name both")
              .add(
                  N_DISTINCT,
                  LongType,
                  true,
                  "Units that name both, every cluster of copies counted once")
              .add(
                  N_EVIDENCE,
                  LongType,
                  true,
                  "Unit article: distinct sets of clusters whose paragraphs name a or b; null for other units")
              .add(N_SOURCES, LongType, true, "Outlets with such a unit")
              .add(
                  N_FRACTIONAL,
                  DoubleType,
                  true,
                  "Sum of 1/(k-1) over the raw units, k the distinct actors in each (Newman 2001)"),
          List.of(UNIT, DAY, ACTOR_A, ACTOR_B));

  private Cooccurrence() {}
}
