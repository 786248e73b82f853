package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What one outlet had first and another later. */
public final class SourceFlows {
  public static final String FROM_SOURCE = "from_source";
  public static final String TO_SOURCE = "to_source";
  public static final String CLUSTERS = "clusters";
  public static final String WORDS = "words";
  public static final String ARTICLES = "articles";
  public static final String MEDIAN_LAG_SECONDS = "median_lag_seconds";
  public static final String FROM_OWNER = "from_owner";
  public static final String TO_OWNER = "to_owner";
  public static final String SAME_OWNER = "same_owner";

  public static final Table TABLE =
      new Table(
          "source_flows",
          Table.Kind.SNAPSHOT,
          "a first source and a later source",
          new StructType()
              .add(FROM_SOURCE, StringType, true, "Outlet of the first copy")
              .add(TO_SOURCE, StringType, true, "Another outlet that carries a copy")
              .add(CLUSTERS, LongType, true, "Clusters of copies, furniture left out")
              .add(
                  WORDS,
                  LongType,
                  true,
                  "Words in them, each cluster counted once as the later outlet first had it")
              .add(ARTICLES, LongType, true, "Articles of the later outlet with such a copy")
              .add(
                  MEDIAN_LAG_SECONDS,
                  DoubleType,
                  true,
                  "Median time from the first copy to the later outlet's first, over clusters dated at both")
              .add(
                  FROM_OWNER,
                  StringType,
                  true,
                  "Owner of the first outlet, as given; null when not given")
              .add(
                  TO_OWNER,
                  StringType,
                  true,
                  "Owner of the later outlet, as given; null when not given")
              .add(
                  SAME_OWNER,
                  BooleanType,
                  true,
                  "Both have one owner: sister outlets; false when an owner is not given"),
          List.of(FROM_SOURCE, TO_SOURCE));

  private SourceFlows() {}
}
