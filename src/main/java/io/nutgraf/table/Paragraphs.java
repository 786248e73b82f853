package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One occurrence: one paragraph in one article. */
public final class Paragraphs {
  public static final String ARTICLE_ID = "article_id";
  public static final String PARAGRAPH = "paragraph";
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String WORDS = "words";
  public static final String SOURCE = "source";
  public static final String PUBLISHED_AT = "published_at";

  public static final Table TABLE =
      new Table(
          "paragraphs",
          Table.Kind.FACT,
          "an occurrence",
          new StructType()
              .add(ARTICLE_ID, StringType, true, "Article it stands in")
              .add(PARAGRAPH, IntegerType, true, "Its 0-based position in the article")
              .add(
                  PARAGRAPH_ID,
                  StringType,
                  true,
                  "128-bit hash of its words, 32 hex digits; equal for exact copies")
              .add(WORDS, IntegerType, true, "Words in the normal form")
              .add(SOURCE, StringType, true, "Outlet of the article")
              .add(PUBLISHED_AT, TimestampType, true, "When the article was published, UTC"),
          List.of(ARTICLE_ID, PARAGRAPH));

  private Paragraphs() {}
}
