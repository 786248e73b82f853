package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * One cluster of copies: distinct paragraphs that are the same or near copies, two occurrences or
 * more.
 */
public final class Clusters {
  public static final String CLUSTER_ID = "cluster_id";
  public static final String REUSE_KIND = "reuse_kind";
  public static final String DISTINCT_PARAGRAPHS = "distinct_paragraphs";
  public static final String OCCURRENCES = "occurrences";
  public static final String ARTICLES = "articles";
  public static final String SOURCES = "sources";
  public static final String FIRST_ARTICLE_ID = "first_article_id";
  public static final String FIRST_SOURCE = "first_source";
  public static final String FIRST_PUBLISHED_AT = "first_published_at";
  public static final String LAST_PUBLISHED_AT = "last_published_at";
  public static final String LOWEST_SIMILARITY = "lowest_similarity";
  public static final String FIRST_PARAGRAPH = "first_paragraph";
  public static final String WORDS = "words";

  public static final Table TABLE =
      new Table(
          "clusters",
          Table.Kind.SNAPSHOT,
          "a cluster of copies",
          new StructType()
              .add(CLUSTER_ID, StringType, true, "paragraph_id of its first copy")
              .add(REUSE_KIND, StringType, true, "repeated, furniture, self_reuse or syndicated")
              .add(DISTINCT_PARAGRAPHS, LongType, true, "Distinct paragraphs in it")
              .add(OCCURRENCES, LongType, true, "Occurrences of them")
              .add(ARTICLES, LongType, true, "Articles that carry it")
              .add(SOURCES, LongType, true, "Outlets that carry it")
              .add(FIRST_ARTICLE_ID, StringType, true, "Article of the first copy")
              .add(FIRST_SOURCE, StringType, true, "Outlet of the first copy")
              .add(
                  FIRST_PUBLISHED_AT, TimestampType, true, "When the first copy was published, UTC")
              .add(LAST_PUBLISHED_AT, TimestampType, true, "When the last copy was published, UTC")
              .add(
                  LOWEST_SIMILARITY,
                  DoubleType,
                  true,
                  "Lowest Jaccard similarity of a member to the first copy; 1 for exact copies")
              .add(FIRST_PARAGRAPH, IntegerType, true, "Position of the first copy in its article")
              .add(WORDS, IntegerType, true, "Words in the first copy"),
          List.of(CLUSTER_ID));

  private Clusters() {}
}
