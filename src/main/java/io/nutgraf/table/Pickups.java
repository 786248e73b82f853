package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** An article that carries what another outlet had first. */
public final class Pickups {
  public static final String CLUSTER_ID = "cluster_id";
  public static final String FROM_SOURCE = "from_source";
  public static final String TO_SOURCE = "to_source";
  public static final String ARTICLE_ID = "article_id";
  public static final String WORDS = "words";
  public static final String LAG_SECONDS = "lag_seconds";
  public static final String IS_FIRST = "is_first";

  public static final Table TABLE =
      new Table(
          "pickups",
          Table.Kind.KEPT,
          "an article with a copy of a cluster that another outlet had first",
          new StructType()
              .add(CLUSTER_ID, StringType, true, "Cluster of copies, no furniture")
              .add(FROM_SOURCE, StringType, true, "Outlet of its first copy")
              .add(TO_SOURCE, StringType, true, "Outlet of the article, another one")
              .add(ARTICLE_ID, StringType, true, "Article")
              .add(WORDS, IntegerType, true, "Words of its first copy in the article")
              .add(
                  LAG_SECONDS,
                  LongType,
                  true,
                  "From the first copy to the article; null when one of them has no date")
              .add(IS_FIRST, BooleanType, true, "Whether it is the first article of its outlet"),
          List.of(CLUSTER_ID, ARTICLE_ID));

  private Pickups() {}
}
