package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** Which paragraphs of an article are read for the night, because they stand there first. */
public final class ChosenParagraphs {
  public static final String ARTICLE_ID = "article_id";
  public static final String CHOSEN = "chosen";

  public static final StructType CHOICE =
      new StructType()
          .add("paragraph", IntegerType, true, "0-based position in the article")
          .add("is_first_copy", BooleanType, true, "First copy of its words in the night");

  public static final Table TABLE =
      new Table(
          "chosen_paragraphs",
          Table.Kind.STAGED,
          "an article with a paragraph to read",
          new StructType()
              .add(ARTICLE_ID, StringType, true, "Identifier of the article")
              .add(CHOSEN, createArrayType(CHOICE), true, "Paragraphs to read, by position"),
          List.of(ARTICLE_ID));

  private ChosenParagraphs() {}
}
