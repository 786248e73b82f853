package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Three actors or more that are often named in one article. */
public final class ActorSets {
  public static final String ACTORS = "actors";
  public static final String SIZE = "size";
  public static final String ARTICLES = "articles";

  public static final Table TABLE =
      new Table(
          "actor_sets",
          Table.Kind.SNAPSHOT,
          "a frequent set of actors",
          new StructType()
              .add(ACTORS, createArrayType(StringType), true, "Identifiers of the actors, sorted")
              .add(SIZE, IntegerType, true, "Actors in the set, at least 3")
              .add(
                  ARTICLES,
                  LongType,
                  true,
                  "Articles that name all of them, copies counted once; articles with more than --max-set-actors are left out"),
          List.of(ACTORS));

  private ActorSets() {}
}
