package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * How often one outlet names an actor under one code. Kept in pieces: of rows with the same key
 * each stands for articles of its own.
 */
public final class ActorCounts {
  public static final String ACTOR_ID = "actor_id";
  public static final String SOURCE = "source";
  public static final String CODE = "code";
  public static final String MENTIONS = "mentions";
  public static final String ARTICLES = "articles";
  public static final String LAST_PUBLISHED_AT = "last_published_at";

  public static final Table TABLE =
      new Table(
          "actor_counts",
          Table.Kind.KEPT,
          "an actor, an outlet and a code",
          new StructType()
              .add(ACTOR_ID, StringType, true, "Identifier of the actor")
              .add(SOURCE, StringType, true, "Outlet that names it")
              .add(CODE, StringType, true, "Code of the actor on the days of the articles")
              .add(MENTIONS, LongType, true, "Places where it is named")
              .add(ARTICLES, LongType, true, "Articles that name it")
              .add(
                  LAST_PUBLISHED_AT,
                  TimestampType,
                  true,
                  "When the latest of these was published, UTC; null when none has a date"),
          List.of(ACTOR_ID, SOURCE, CODE));

  private ActorCounts() {}
}
