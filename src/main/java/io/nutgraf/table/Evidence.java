package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One unit of text in which two actors are named together. */
public final class Evidence {
  public static final String UNIT = "unit";
  public static final String ACTOR_A = "actor_a";
  public static final String ACTOR_B = "actor_b";
  public static final String ARTICLE_ID = "article_id";
  public static final String PARAGRAPH = "paragraph";
  public static final String SENTENCE = "sentence";
  public static final String DAY = "day";
  public static final String SOURCE = "source";
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String N_ACTORS = "n_actors";

  public static final Table TABLE =
      new Table(
          "evidence",
          Table.Kind.FACT,
          "a unit in which a pair occurs",
          new StructType()
              .add(UNIT, StringType, true, "sentence, paragraph or article")
              .add(ACTOR_A, StringType, true, "The actor with the smaller identifier")
              .add(ACTOR_B, StringType, true, "The actor with the greater identifier")
              .add(ARTICLE_ID, StringType, true, "Article of the unit")
              .add(PARAGRAPH, IntegerType, true, "Position of the paragraph; null for unit article")
              .add(
                  SENTENCE,
                  IntegerType,
                  true,
                  "Position of the sentence in the paragraph; null but for unit sentence")
              .add(DAY, DateType, true, "Day on which the article was published, UTC")
              .add(SOURCE, StringType, true, "Outlet of the article")
              .add(
                  PARAGRAPH_ID,
                  StringType,
                  true,
                  "Distinct paragraph of the unit; null for unit article")
              .add(N_ACTORS, IntegerType, true, "Distinct actors named in the unit"),
          List.of(UNIT, ACTOR_A, ACTOR_B, ARTICLE_ID, PARAGRAPH, SENTENCE));

  private Evidence() {}
}
