package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.unix_timestamp;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Pickups;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Lists the articles that carry what another outlet had first.
 *
 * <p>({@link Paragraphs}, {@link ClusterMembers}, {@link Clusters}) -> {@link Pickups}. Furniture
 * is never picked up, nor is what has no source. Shuffles ids of such occurrences, by cluster.
 */
public record ListPickups() {
  private static final String FIRST_SECOND = "first_second";
  private static final String FIRST = "first";

  public Dataset<Row> apply(
      Dataset<Row> paragraphs, Dataset<Row> clusterMembers, Dataset<Row> clusters) {
    Column firstOfOutlet =
        min(FIRST).over(Window.partitionBy(Pickups.CLUSTER_ID, Pickups.TO_SOURCE));
    Column lag = unix_timestamp(col("first.published_at")).minus(col(FIRST_SECOND));
    return Pickups.TABLE.conform(
        laterElsewhere(paragraphs, clusterMembers, clusters)
            .groupBy(
                Pickups.CLUSTER_ID,
                Pickups.FROM_SOURCE,
                Pickups.TO_SOURCE,
                FIRST_SECOND,
                Pickups.ARTICLE_ID)
            .agg(min(FirstCopy.order(col(Paragraphs.WORDS))).as(FIRST))
            .withColumn(Pickups.WORDS, col("first.words"))
            .withColumn(Pickups.LAG_SECONDS, lag)
            .withColumn(Pickups.IS_FIRST, col(FIRST).equalTo(firstOfOutlet)));
  }

  /** The occurrences in another outlet than the first copy's. */
  private static Dataset<Row> laterElsewhere(
      Dataset<Row> paragraphs, Dataset<Row> clusterMembers, Dataset<Row> clusters) {
    Dataset<Row> origins =
        clusters
            .where(col(Clusters.REUSE_KIND).notEqual(lit(ClassifyReuse.FURNITURE)))
            .where(col(Clusters.SOURCES).gt(1))
            .select(
                col(Clusters.CLUSTER_ID),
                col(Clusters.FIRST_SOURCE).as(Pickups.FROM_SOURCE),
                unix_timestamp(col(Clusters.FIRST_PUBLISHED_AT)).as(FIRST_SECOND));
    Dataset<Row> members =
        clusterMembers
            .select(ClusterMembers.PARAGRAPH_ID, ClusterMembers.CLUSTER_ID)
            .join(origins, ClusterMembers.CLUSTER_ID);
    return paragraphs
        .join(members, Paragraphs.PARAGRAPH_ID)
        .withColumnRenamed(Paragraphs.SOURCE, Pickups.TO_SOURCE)
        .where(col(Pickups.FROM_SOURCE).notEqual(col(Pickups.TO_SOURCE)));
  }
}
