package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One actor of the network, with the community it is in and how central it is. */
public final class Communities {
  public static final String ACTOR_ID = "actor_id";
  public static final String COMMUNITY = "community";
  public static final String STRENGTH = "strength";
  public static final String PAGERANK = "pagerank";
  public static final String DEGREE = "degree";

  public static final Table TABLE =
      new Table(
          "communities",
          Table.Kind.SNAPSHOT,
          "an actor in the network",
          new StructType()
              .add(ACTOR_ID, StringType, true, "Identifier of the actor")
              .add(
                  COMMUNITY,
                  IntegerType,
                  true,
                  "Community, 1 the one with most actors (power iteration clustering, Lin and Cohen 2010)")
              .add(
                  STRENGTH,
                  LongType,
                  true,
                  "Sum of n_distinct over its edges (Barrat et al. 2004), unit article")
              .add(
                  PAGERANK,
                  DoubleType,
                  true,
                  "Share of a random walk over the weighted edges, damping 0.85 (Brin and Page 1998); sums to 1")
              .add(DEGREE, LongType, true, "Actors it has an edge with"),
          List.of(ACTOR_ID));

  private Communities() {}
}
