package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_timestamp;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.SourceFlows;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures how much each outlet carried that another had first.
 *
 * <p>({@link Paragraphs}, {@link ClusterMembers}, {@link Clusters}) -> {@link SourceFlows}. A
 * cluster of copies flows from the outlet of its first copy to every other outlet that carries it,
 * once each; furniture never flows, nor does what has no source. An article counts once in a flow,
 * however many clusters it shares. Medians are exact.
 *
 * @param ownerBySource who owns an outlet; may be empty
 */
public record MeasureFlows(Map<String, String> ownerBySource) {
  private static final String FURNITURE = "furniture";

  public MeasureFlows {
    ownerBySource = Map.copyOf(ownerBySource);
  }

  public Dataset<Row> apply(
      Dataset<Row> paragraphs, Dataset<Row> clusterMembers, Dataset<Row> clusters) {
    Dataset<Row> arrivals = arrivals(paragraphs, clusterMembers, clusters);
    Dataset<Row> flows =
        byFirstArticle(arrivals)
            .groupBy(SourceFlows.FROM_SOURCE, SourceFlows.TO_SOURCE)
            .agg(
                count(lit(1)).as(SourceFlows.CLUSTERS),
                sum(col("first.words").cast(DataTypes.LongType)).as(SourceFlows.WORDS),
                percentile(col("lag_seconds"), lit(0.5)).as(SourceFlows.MEDIAN_LAG_SECONDS));
    Dataset<Row> articles =
        arrivals
            .select(
                col(SourceFlows.FROM_SOURCE).as("article_from"),
                col(SourceFlows.TO_SOURCE).as("article_to"),
                col(Paragraphs.ARTICLE_ID))
            .distinct()
            .groupBy("article_from", "article_to")
            .agg(count(lit(1)).as(SourceFlows.ARTICLES));
    Column isSameFlow =
        col(SourceFlows.FROM_SOURCE)
            .equalTo(col("article_from"))
            .and(col(SourceFlows.TO_SOURCE).equalTo(col("article_to")));
    Map<String, String> owners = ownerBySource;
    UserDefinedFunction ownerOf = udf((UDF1<String, String>) owners::get, DataTypes.StringType);
    Dataset<Row> withOwners =
        flows
            .join(articles, isSameFlow)
            .withColumn(SourceFlows.FROM_OWNER, ownerOf.apply(col(SourceFlows.FROM_SOURCE)))
            .withColumn(SourceFlows.TO_OWNER, ownerOf.apply(col(SourceFlows.TO_SOURCE)));
    Column isSister = col(SourceFlows.FROM_OWNER).equalTo(col(SourceFlows.TO_OWNER));
    return SourceFlows.TABLE.conform(
        withOwners.withColumn(SourceFlows.SAME_OWNER, coalesce(isSister, lit(false))));
  }

  /** One row per occurrence in another outlet than the first copy's. */
  private static Dataset<Row> arrivals(
      Dataset<Row> paragraphs, Dataset<Row> clusterMembers, Dataset<Row> clusters) {
    Dataset<Row> origins =
        clusters
            .where(col(Clusters.REUSE_KIND).notEqual(lit(FURNITURE)))
            .select(
                col(Clusters.CLUSTER_ID),
                col(Clusters.FIRST_SOURCE).as(SourceFlows.FROM_SOURCE),
                unix_timestamp(col(Clusters.FIRST_PUBLISHED_AT)).as("first_second"));
    return paragraphs
        .join(
            clusterMembers.select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID),
            Paragraphs.PARAGRAPH_ID)
        .join(origins, Clusters.CLUSTER_ID)
        .withColumnRenamed(Paragraphs.SOURCE, SourceFlows.TO_SOURCE)
        .where(col(SourceFlows.FROM_SOURCE).notEqual(col(SourceFlows.TO_SOURCE)));
  }

  /** One row per cluster and outlet that had it later. */
  private static Dataset<Row> byFirstArticle(Dataset<Row> arrivals) {
    return arrivals
        .groupBy(
            col(Clusters.CLUSTER_ID),
            col(SourceFlows.FROM_SOURCE),
            col(SourceFlows.TO_SOURCE),
            col("first_second"))
        .agg(min(FirstCopy.order(col(Paragraphs.WORDS))).as("first"))
        .withColumn(
            "lag_seconds", unix_timestamp(col("first.published_at")).minus(col("first_second")));
  }
}
