package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One accepted article of the night with its text; of two records with one id, the later. */
public final class Arrivals {
  public static final String ARTICLE_ID = "article_id";
  public static final String SOURCE = "source";
  public static final String URL = "url";
  public static final String TITLE = "title";
  public static final String PUBLISHED_AT = "published_at";
  public static final String TEXT = "text";
  public static final String FORMAT = "format";

  public static final Table TABLE =
      new Table(
          "arrivals",
          Table.Kind.STAGED,
          "an accepted article",
          new StructType()
              .add(ARTICLE_ID, StringType, true, "Identifier of the article")
              .add(SOURCE, StringType, true, "Outlet that published it")
              .add(URL, StringType, true, "Address of the article")
              .add(TITLE, StringType, true, "Headline")
              .add(PUBLISHED_AT, TimestampType, true, "When it was published")
              .add(TEXT, StringType, true, "Body of the article")
              .add(FORMAT, StringType, true, "Input format: jsonl, csv, parquet or text"),
          List.of(ARTICLE_ID));

  private Arrivals() {}
}
