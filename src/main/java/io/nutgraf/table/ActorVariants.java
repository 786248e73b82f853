package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One way of writing an actor, and how it was recognised. */
public final class ActorVariants {
  public static final String ACTOR_ID = "actor_id";
  public static final String SURFACE = "surface";
  public static final String METHOD = "method";
  public static final String MENTIONS = "mentions";

  public static final Table TABLE =
      new Table(
          "actor_variants",
          Table.Kind.SNAPSHOT,
          "a surface put under an actor",
          new StructType()
              .add(ACTOR_ID, StringType, true, "Identifier of the actor")
              .add(SURFACE, StringType, true, "The words as written")
              .add(METHOD, StringType, true, "How it was recognised")
              .add(MENTIONS, LongType, true, "Places where it is written so"),
          List.of(ACTOR_ID, SURFACE, METHOD));

  private ActorVariants() {}
}
