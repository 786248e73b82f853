package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One distinct paragraph of the corpus with its count and its first copy. */
public final class DistinctParagraphs {
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String WORDS = "words";
  public static final String OCCURRENCES = "occurrences";
  public static final String FIRST_PUBLISHED_AT = "first_published_at";
  public static final String FIRST_ARTICLE_ID = "first_article_id";
  public static final String FIRST_PARAGRAPH = "first_paragraph";

  public static final Table TABLE =
      new Table(
          "distinct_paragraphs",
          Table.Kind.STAGED,
          "a distinct paragraph of the corpus",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits")
              .add(WORDS, IntegerType, true, "Words in the normal form")
              .add(OCCURRENCES, LongType, true, "Times it occurs")
              .add(FIRST_PUBLISHED_AT, TimestampType, true, "When its first copy was published")
              .add(FIRST_ARTICLE_ID, StringType, true, "Article of its first copy")
              .add(
                  FIRST_PARAGRAPH, IntegerType, true, "Position of its first copy in that article"),
          List.of(PARAGRAPH_ID));

  private DistinctParagraphs() {}
}
