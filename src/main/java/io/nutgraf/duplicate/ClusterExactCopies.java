package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.DistinctParagraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes a cluster of every distinct paragraph that occurs twice or more: {@link DistinctParagraphs}
 * -> {@link ClusterMembers}.
 */
public record ClusterExactCopies() {

  public Dataset<Row> apply(Dataset<Row> distinctParagraphs) {
    return ClusterMembers.TABLE.conform(
        distinctParagraphs
            .where(col(DistinctParagraphs.OCCURRENCES).geq(2))
            .withColumn(ClusterMembers.CLUSTER_ID, col(DistinctParagraphs.PARAGRAPH_ID))
            .withColumn(ClusterMembers.SIMILARITY, lit(1.0)));
  }
}
