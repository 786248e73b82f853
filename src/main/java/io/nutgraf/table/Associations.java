package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * How strongly two actors go together, copies counted once: n_ab is {@code n_distinct}, and n_a,
 * n_b and n are distinct units too.
 */
public final class Associations {
  public static final String UNIT = "unit";
  public static final String PERIOD = "period";
  public static final String ACTOR_A = "actor_a";
  public static final String ACTOR_B = "actor_b";
  public static final String N_RAW = "n_raw";
  public static final String N_DISTINCT = "n_distinct";
  public static final String N_A = "n_a";
  public static final String N_B = "n_b";
  public static final String N = "n";
  public static final String LIFT = "lift";
  public static final String PMI = "pmi";
  public static final String NPMI = "npmi";
  public static final String DICE = "dice";
  public static final String LOGDICE = "logdice";
  public static final String JACCARD = "jaccard";
  public static final String G2 = "g2";
  public static final String DUPLICATION_FACTOR = "duplication_factor";
  public static final String RANK_RAW = "rank_raw";
  public static final String RANK_DISTINCT = "rank_distinct";
  public static final String COSINE = "cosine";
  public static final String PHI = "phi";
  public static final String N_WITH_ACTOR = "n_with_actor";
  public static final String WINDOW = "window";

  /** The window that has no periods. */
  public static final String WHOLE = "whole";

  public static final Table TABLE =
      new Table(
          "associations",
          Table.Kind.SNAPSHOT,
          "a unit, a period and a pair",
          new StructType()
              .add(UNIT, StringType, true, "sentence, paragraph or article")
              .add(
                  PERIOD,
                  DateType,
                  true,
                  "First day of the day, week or month; null for the whole corpus")
              .add(ACTOR_A, StringType, true, "The actor with the smaller identifier")
              .add(ACTOR_B, StringType, true, "The actor with the greater identifier")
              .add(N_RAW, LongType, true, "Units that name both")
              .add(N_DISTINCT, LongType, true, "n_ab: units that name both, copies counted once")
              .add(N_A, LongType, true, "Units that name a, copies counted once")
              .add(N_B, LongType, true, "Units that name b, copies counted once")
              .add(N, LongType, true, "All units, with or without actors, copies counted once")
              .add(
                  LIFT,
                  DoubleType,
                  true,
                  "n_ab n / (n_a n_b); measures are null below --min-distinct")
              .add(PMI, DoubleType, true, "log2 of lift (Church and Hanks 1990)")
              .add(NPMI, DoubleType, true, "pmi / -log2(n_ab / n) (Bouma 2009); null when n_ab = n")
              .add(DICE, DoubleType, true, "2 n_ab / (n_a + n_b) (Dice 1945)")
              .add(LOGDICE, DoubleType, true, "14 + log2 of dice (Rychly 2008)")
              .add(JACCARD, DoubleType, true, "n_ab / (n_a + n_b - n_ab) (Jaccard 1901)")
              .add(
                  G2,
                  DoubleType,
                  true,
                  "Log-likelihood ratio, natural logarithm (Dunning 1993); negative when together less often than by chance")
              .add(
                  DUPLICATION_FACTOR,
                  DoubleType,
                  true,
                  "n_raw / n_distinct; null when n_distinct is 0")
              .add(
                  RANK_RAW, LongType, true, "1 + pairs of the unit and period with a greater n_raw")
              .add(
                  RANK_DISTINCT,
                  LongType,
                  true,
                  "1 + pairs of the unit and period with a greater n_distinct")
              .add(COSINE, DoubleType, true, "n_ab / sqrt(n_a n_b) (Ochiai 1957)")
              .add(
                  PHI,
                  DoubleType,
                  true,
                  "Correlation over all units (Pearson 1900, Yule 1912); null when a or b is in all")
              .add(N_WITH_ACTOR, LongType, true, "Units that name some actor, copies counted once")
              .add(WINDOW, StringType, true, "whole, day, week or month"),
          List.of(UNIT, PERIOD, ACTOR_A, ACTOR_B));

  private Associations() {}
}
