package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Describes each cluster of copies and says what kind of reuse it is.
 *
 * <p>({@link Paragraphs}, {@link ClusterMembers}) -> {@link Clusters}. Two shuffles of ids over the
 * occurrences that have a copy. The kinds, the first that fits:
 *
 * <ul>
 *   <li>{@code repeated}: one article carries it, more than once;
 *   <li>{@code furniture}: it is short and stands in many articles, whatever their source; or one
 *       source carries it in many articles over many days, or in several when it is short;
 *   <li>{@code syndicated}: two sources or more carry it;
 *   <li>{@code self_reuse}: one source carries it in several articles.
 * </ul>
 *
 * <p>Articles without a source count as one source of their own.
 *
 * @param furnitureArticles how many articles are many
 * @param furnitureDays how many days of publication are many
 * @param shortWords paragraphs with fewer words are short: dates, sign-offs, section heads
 */
public record ClassifyReuse(int furnitureArticles, int furnitureDays, int shortWords) {
  static final String FURNITURE = "furniture";

  public ClassifyReuse {
    if (furnitureArticles < 2 || furnitureDays < 1 || shortWords < 0) {
      throw new WrongSettingException(
          "furnitureArticles must be at least 2, furnitureDays at least 1 and shortWords at least 0,"
              + " but are %d, %d and %d".formatted(furnitureArticles, furnitureDays, shortWords));
    }
  }

  public Dataset<Row> apply(Dataset<Row> paragraphs, Dataset<Row> clusterMembers) {
    Dataset<Row> clusters =
        copiesByArticle(paragraphs, clusterMembers)
            .groupBy(Clusters.CLUSTER_ID)
            .agg(
                sum("occurrences").as(Clusters.OCCURRENCES),
                count(lit(1)).as(Clusters.ARTICLES),
                count_distinct(coalesce(col("first.source"), lit(""))).as(Clusters.SOURCES),
                count_distinct(to_date(col("first.published_at"))).as("days"),
                min("first").as("first"),
                max("last_published_at").as(Clusters.LAST_PUBLISHED_AT));
    Dataset<Row> members =
        clusterMembers
            .groupBy(Clusters.CLUSTER_ID)
            .agg(
                count(lit(1)).as(Clusters.DISTINCT_PARAGRAPHS),
                min(ClusterMembers.SIMILARITY).as(Clusters.LOWEST_SIMILARITY));
    return Clusters.TABLE.conform(
        clusters
            .join(members, Clusters.CLUSTER_ID)
            .withColumn(Clusters.FIRST_ARTICLE_ID, col("first.article_id"))
            .withColumn(Clusters.FIRST_SOURCE, col("first.source"))
            .withColumn(Clusters.FIRST_PUBLISHED_AT, col("first.published_at"))
            .withColumn(Clusters.FIRST_PARAGRAPH, col("first.paragraph"))
            .withColumn(Clusters.WORDS, col("first.words"))
            .withColumn(Clusters.REUSE_KIND, reuseKind()));
  }

  /** One row per cluster and article that carries it. */
  private static Dataset<Row> copiesByArticle(
      Dataset<Row> paragraphs, Dataset<Row> clusterMembers) {
    return paragraphs
        .join(
            clusterMembers.select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID),
            Paragraphs.PARAGRAPH_ID)
        .groupBy(Clusters.CLUSTER_ID, Paragraphs.ARTICLE_ID)
        .agg(
            count(lit(1)).as("occurrences"),
            min(FirstCopy.order(col(Paragraphs.SOURCE), col(Paragraphs.WORDS))).as("first"),
            max(Paragraphs.PUBLISHED_AT).as("last_published_at"));
  }

  private Column reuseKind() {
    Column isShort = col(Clusters.WORDS).lt(shortWords);
    Column isInManyArticles = col(Clusters.ARTICLES).geq(furnitureArticles);
    Column isOnManyDays = col("days").geq(furnitureDays);
    Column hasOneSource = col(Clusters.SOURCES).equalTo(1);
    return when(col(Clusters.ARTICLES).equalTo(1), "repeated")
        .when(isShort.and(isInManyArticles.or(hasOneSource)), FURNITURE)
        .when(hasOneSource.and(isInManyArticles).and(isOnManyDays), FURNITURE)
        .when(hasOneSource, "self_reuse")
        .otherwise("syndicated");
  }
}
