package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Lists who is in which cluster: the near copies, and paragraphs without one that occur twice or
 * more.
 *
 * <p>({@link DistinctParagraphs}, {@link LinkedParagraphs} of the same) -> {@link ClusterMembers}.
 * Shuffles ids by paragraph and by cluster.
 */
public record ListMembers() {
  private static final String TOTAL = "total";

  public Dataset<Row> apply(Dataset<Row> distinctParagraphs, Dataset<Row> linkedParagraphs) {
    Dataset<Row> paragraphs =
        distinctParagraphs.select(DistinctParagraphs.PARAGRAPH_ID, DistinctParagraphs.OCCURRENCES);
    Dataset<Row> settled = linkedParagraphs.where(col(LinkedParagraphs.CLUSTER_ID).isNotNull());
    Column total =
        sum(ClusterMembers.OCCURRENCES).over(Window.partitionBy(ClusterMembers.CLUSTER_ID));
    Dataset<Row> near =
        ClusterMembers.TABLE.conform(
            settled
                .join(paragraphs, ClusterMembers.PARAGRAPH_ID)
                .withColumn(TOTAL, total)
                .where(col(TOTAL).geq(2)));
    Dataset<Row> exact =
        paragraphs
            .where(col(DistinctParagraphs.OCCURRENCES).geq(2))
            .join(
                settled.select(ClusterMembers.PARAGRAPH_ID),
                new String[] {ClusterMembers.PARAGRAPH_ID},
                "left_anti")
            .withColumn(ClusterMembers.CLUSTER_ID, col(ClusterMembers.PARAGRAPH_ID))
            .withColumn(ClusterMembers.SIMILARITY, lit(1.0));
    return ClusterMembers.TABLE.conform(near.unionByName(exact));
  }
}
