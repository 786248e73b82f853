package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One article that arrived in a night. */
public final class Articles {
  public static final String ARTICLE_ID = "article_id";
  public static final String SOURCE = "source";
  public static final String URL = "url";
  public static final String TITLE = "title";
  public static final String PUBLISHED_AT = "published_at";
  public static final String PARAGRAPHS = "paragraphs";
  public static final String WORDS = "words";
  public static final String REPEATED_PARAGRAPHS = "repeated_paragraphs";

  public static final Table TABLE =
      new Table(
          "articles",
          Table.Kind.FACT,
          "an article",
          new StructType()
              .add(
                  ARTICLE_ID,
                  StringType,
                  true,
                  "Identifier of the article, as given or derived from its url or content")
              .add(SOURCE, StringType, true, "Outlet that published it")
              .add(URL, StringType, true, "Address of the article")
              .add(TITLE, StringType, true, "Headline")
              .add(PUBLISHED_AT, TimestampType, true, "When it was published, UTC")
              .add(PARAGRAPHS, IntegerType, true, "Paragraphs in its text")
              .add(WORDS, LongType, true, "Words in its paragraphs")
              .add(
                  REPEATED_PARAGRAPHS,
                  IntegerType,
                  true,
                  "Paragraphs that repeat an earlier one of the same article"),
          List.of(ARTICLE_ID));

  private Articles() {}
}
