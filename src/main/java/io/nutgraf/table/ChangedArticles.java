package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** An article that is new, was corrected, or shares a paragraph with clusters that changed. */
public final class ChangedArticles {
  public static final String ARTICLE_ID = "article_id";

  public static final Table TABLE =
      new Table(
          "changed_articles",
          Table.Kind.STAGED,
          "an article of which the last snapshots may say something else",
          new StructType().add(ARTICLE_ID, StringType, true, "Article"),
          List.of(ARTICLE_ID));

  private ChangedArticles() {}
}
