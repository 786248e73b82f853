package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A distinct paragraph of an article that came, went or was corrected, as it was and as it is. */
public final class ChangedDistinct {
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String WAS_THERE = "was_there";
  public static final String IS_THERE = "is_there";
  public static final String WORDS = "words";
  public static final String FIRST_ARTICLE_ID = "first_article_id";
  public static final String FIRST_PARAGRAPH = "first_paragraph";
  public static final String FIRST_PUBLISHED_AT = "first_published_at";
  public static final String PUBLISHED_BEFORE = "first_published_before";

  public static final Table TABLE =
      new Table(
          "changed_distinct",
          Table.Kind.STAGED,
          "a distinct paragraph of an article that changed since the last snapshots",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "128-bit hash of its words, 32 hex digits")
              .add(WAS_THERE, BooleanType, true, "Whether an article said it")
              .add(IS_THERE, BooleanType, true, "Whether an article says it")
              .add(WORDS, IntegerType, true, "Words in the normal form")
              .add(FIRST_ARTICLE_ID, StringType, true, "Article of its first copy, if it is there")
              .add(FIRST_PARAGRAPH, IntegerType, true, "Position of its first copy in it")
              .add(
                  FIRST_PUBLISHED_AT,
                  TimestampType,
                  true,
                  "When its first copy was published, if it is there")
              .add(
                  PUBLISHED_BEFORE,
                  TimestampType,
                  true,
                  "When that was published which was its first copy"),
          List.of(PARAGRAPH_ID));

  private ChangedDistinct() {}
}
