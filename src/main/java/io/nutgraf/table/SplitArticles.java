package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * One article of the night with its paragraphs as hashes: what everything after reading needs,
 * without the text.
 */
public final class SplitArticles {
  public static final String ARTICLE_ID = "article_id";
  public static final String SOURCE = "source";
  public static final String URL = "url";
  public static final String TITLE = "title";
  public static final String PUBLISHED_AT = "published_at";
  public static final String PARTS = "parts";

  /** A paragraph as the kernel gives it. */
  public static final StructType PART =
      new StructType()
          .add("paragraph", IntegerType, true, "0-based position in the article")
          .add("words", IntegerType, true, "Words in the normal form")
          .add(
              "is_repeated",
              BooleanType,
              true,
              "The article has the same words in an earlier paragraph")
          .add("h1", LongType, true, "First half of the 128-bit hash of its words")
          .add("h2", LongType, true, "Second half of it")
          .add("spelling", LongType, true, "64-bit hash of the paragraph exactly as written");

  public static final Table TABLE =
      new Table(
          "split_articles",
          Table.Kind.STAGED,
          "an article of the night",
          new StructType()
              .add(ARTICLE_ID, StringType, true, "Identifier of the article")
              .add(SOURCE, StringType, true, "Outlet that published it")
              .add(URL, StringType, true, "Address of the article")
              .add(TITLE, StringType, true, "Headline")
              .add(PUBLISHED_AT, TimestampType, true, "When it was published")
              .add(PARTS, createArrayType(PART), true, "Its paragraphs in order"),
          List.of(ARTICLE_ID));

  private SplitArticles() {}
}
