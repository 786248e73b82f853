package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** What an article says, so that articles that say the same are known. */
public final class Contents {
  public static final String ARTICLE_ID = "article_id";
  public static final String ARTICLE_DAY = "article_day";
  public static final String CONTENT_KEY = "content_key";
  public static final String CONTENT_DAY = "content_day";

  public static final Table TABLE =
      new Table(
          "contents",
          Table.Kind.KEPT,
          "an article",
          new StructType()
              .add(ARTICLE_ID, StringType, true, "Article")
              .add(ARTICLE_DAY, DateType, true, "Day on which it was published, UTC")
              .add(
                  CONTENT_KEY,
                  StringType,
                  true,
                  "Hash of the set of its paragraphs' clusters, furniture left out")
              .add(
                  CONTENT_DAY,
                  DateType,
                  true,
                  "Day on which the first article of that content was published, UTC"),
          List.of(ARTICLE_ID));

  private Contents() {}
}
