package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** The actors that an article names, copies of the article left out. */
public final class ActorLists {
  public static final String CONTENT_KEY = "content_key";
  public static final String ACTORS = "actors";

  public static final Table TABLE =
      new Table(
          "actor_lists",
          Table.Kind.STAGED,
          "what articles of one content name",
          new StructType()
              .add(CONTENT_KEY, StringType, true, "Content of the articles")
              .add(
                  ACTORS,
                  createArrayType(StringType),
                  true,
                  "Distinct actors, sorted, of the article that names most"),
          List.of(CONTENT_KEY));

  private ActorLists() {}
}
