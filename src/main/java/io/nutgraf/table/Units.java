package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One unit of text that names two actors or more, with all of them. */
public final class Units {
  public static final String UNIT = "unit";
  public static final String ARTICLE_ID = "article_id";
  public static final String PARAGRAPH = "paragraph";
  public static final String SENTENCE = "sentence";
  public static final String DAY = "day";
  public static final String SOURCE = "source";
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String ACTORS = "actors";

  public static final String SENTENCE_UNIT = "sentence";
  public static final String PARAGRAPH_UNIT = "paragraph";
  public static final String ARTICLE_UNIT = "article";

  public static final Table TABLE =
      new Table(
          "units",
          Table.Kind.STAGED,
          "a unit that names two actors or more",
          new StructType()
              .add(UNIT, StringType, true, "sentence, paragraph or article")
              .add(ARTICLE_ID, StringType, true, "Article of the unit")
              .add(PARAGRAPH, IntegerType, true, "Position of the paragraph; null for articles")
              .add(SENTENCE, IntegerType, true, "Position of the sentence; null but for sentences")
              .add(DAY, DateType, true, "Day on which the article was published, UTC")
              .add(SOURCE, StringType, true, "Outlet of the article")
              .add(PARAGRAPH_ID, StringType, true, "Distinct paragraph; null for articles")
              .add(ACTORS, createArrayType(StringType), true, "Distinct actors named, sorted"),
          List.of(UNIT, ARTICLE_ID, PARAGRAPH, SENTENCE));

  private Units() {}
}
