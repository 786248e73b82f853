package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One actor named in the corpus. */
public final class Actors {
  public static final String ACTOR_ID = "actor_id";
  public static final String NAME = "name";
  public static final String TYPE = "type";
  public static final String CODE = "code";
  public static final String STATE = "state";
  public static final String MENTIONS = "mentions";
  public static final String ARTICLES = "articles";
  public static final String SOURCES = "sources";

  public static final Table TABLE =
      new Table(
          "actors",
          Table.Kind.SNAPSHOT,
          "an actor",
          new StructType()
              .add(ACTOR_ID, StringType, true, "Identifier of the actor")
              .add(NAME, StringType, true, "Name to show")
              .add(TYPE, StringType, true, "person, state or organisation")
              .add(CODE, StringType, true, "Code from the dictionary, as of its latest mention")
              .add(STATE, StringType, true, "ISO 3166-1 alpha-3 code of the state it belongs to")
              .add(MENTIONS, LongType, true, "Places where it is named")
              .add(ARTICLES, LongType, true, "Articles that name it")
              .add(SOURCES, LongType, true, "Outlets that name it"),
          List.of(ACTOR_ID));

  private Actors() {}
}
