package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Measures how much of each article stands in it first.
 *
 * <p>({@link Articles}, {@link Paragraphs}, {@link ClusterMembers}, {@link Clusters}) -> {@link
 * Originality}, a row for each article. A paragraph is original when it has no copy or is the first
 * copy of its cluster.
 */
public record MeasureOriginality() {

  public Dataset<Row> apply(
      Dataset<Row> articles,
      Dataset<Row> paragraphs,
      Dataset<Row> clusterMembers,
      Dataset<Row> clusters) {
    Dataset<Row> firstCopies =
        clusterMembers
            .select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID)
            .join(clusters, Clusters.CLUSTER_ID)
            .select(Paragraphs.PARAGRAPH_ID, Clusters.FIRST_ARTICLE_ID, Clusters.FIRST_PARAGRAPH);
    Column isCopy =
        col(Clusters.FIRST_ARTICLE_ID)
            .isNotNull()
            .and(
                col(Clusters.FIRST_ARTICLE_ID)
                    .notEqual(col(Paragraphs.ARTICLE_ID))
                    .or(col(Clusters.FIRST_PARAGRAPH).notEqual(col(Paragraphs.PARAGRAPH))));
    Dataset<Row> sums =
        paragraphs
            .join(firstCopies, Paragraphs.PARAGRAPH_ID, "left")
            .withColumn("is_copy", isCopy)
            .groupBy(Paragraphs.ARTICLE_ID)
            .agg(
                sum(when(col("is_copy"), lit(0)).otherwise(col(Paragraphs.WORDS)))
                    .as(Originality.ORIGINAL_WORDS),
                count_if(col("is_copy")).cast("int").as(Originality.COPIED_PARAGRAPHS));
    return Originality.TABLE.conform(
        articles
            .select(Articles.ARTICLE_ID, Articles.WORDS)
            .join(sums, joinColumns(), "left")
            .withColumn(
                Originality.ORIGINAL_WORDS, coalesce(col(Originality.ORIGINAL_WORDS), lit(0L)))
            .withColumn(
                Originality.COPIED_PARAGRAPHS, coalesce(col(Originality.COPIED_PARAGRAPHS), lit(0)))
            .withColumn(
                Originality.ORIGINALITY,
                when(
                    col(Originality.WORDS).gt(0),
                    col(Originality.ORIGINAL_WORDS).divide(col(Originality.WORDS)))));
  }

  private static String[] joinColumns() {
    return new String[] {Articles.ARTICLE_ID};
  }
}
