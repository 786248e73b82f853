package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One place in a text where an actor is named. */
public final class Mentions {
  public static final String ARTICLE_ID = "article_id";
  public static final String PARAGRAPH = "paragraph";
  public static final String SENTENCE = "sentence";
  public static final String START = "start";
  public static final String END = "end";
  public static final String SURFACE = "surface";
  public static final String ACTOR_ID = "actor_id";
  public static final String METHOD = "method";
  public static final String CANDIDATES = "candidates";
  public static final String CODE = "code";
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String SOURCE = "source";
  public static final String PUBLISHED_AT = "published_at";

  public static final Table TABLE =
      new Table(
          "mentions",
          Table.Kind.FACT,
          "a mention",
          new StructType()
              .add(ARTICLE_ID, StringType, true, "Article it stands in")
              .add(PARAGRAPH, IntegerType, true, "0-based position of the paragraph in the article")
              .add(SENTENCE, IntegerType, true, "0-based position of the sentence in the paragraph")
              .add(
                  START, IntegerType, true, "UTF-16 offset of the first character in the paragraph")
              .add(
                  END, IntegerType, true, "UTF-16 offset after the last character in the paragraph")
              .add(SURFACE, StringType, true, "The words as written")
              .add(ACTOR_ID, StringType, true, "Actor named; null when it stays ambiguous")
              .add(
                  METHOD,
                  StringType,
                  true,
                  "How it was recognised: full, alias, title_surname, surname, demonym, capital, agent or tagged")
              .add(
                  CANDIDATES,
                  createArrayType(StringType),
                  true,
                  "The actors it may name, when it stays ambiguous")
              .add(
                  CODE,
                  StringType,
                  true,
                  "Code of the actor on the article's date, from the dictionary")
              .add(PARAGRAPH_ID, StringType, true, "Distinct paragraph it stands in")
              .add(SOURCE, StringType, true, "Outlet of the article")
              .add(PUBLISHED_AT, TimestampType, true, "When the article was published, UTC"),
          List.of(ARTICLE_ID, PARAGRAPH, START, END));

  private Mentions() {}
}
