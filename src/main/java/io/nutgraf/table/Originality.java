package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** How much of an article stands in it first. */
public final class Originality {
  public static final String ARTICLE_ID = "article_id";
  public static final String WORDS = "words";
  public static final String ORIGINAL_WORDS = "original_words";
  public static final String COPIED_PARAGRAPHS = "copied_paragraphs";
  public static final String ORIGINALITY = "originality";

  public static final Table TABLE =
      new Table(
          "originality",
          Table.Kind.SNAPSHOT,
          "an article",
          new StructType()
              .add(ARTICLE_ID, StringType, true, "Identifier of the article")
              .add(WORDS, LongType, true, "Words in its paragraphs")
              .add(
                  ORIGINAL_WORDS,
                  LongType,
                  true,
                  "Words in paragraphs that are first copies or have no copy")
              .add(
                  COPIED_PARAGRAPHS,
                  IntegerType,
                  true,
                  "Paragraphs that are copies of an earlier occurrence")
              .add(
                  ORIGINALITY,
                  DoubleType,
                  true,
                  "original_words / words, 0 to 1; null without words"),
          List.of(ARTICLE_ID));

  private Originality() {}
}
