package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the paragraphs of which something else is said than before that their articles depend on:
 * which cluster they are in, where its first copy is, and whether it is furniture. One more copy
 * alone says nothing new of the others.
 *
 * <p>({@link ClusterMembers} and {@link Clusters} as they were, and as they are, of the paragraphs
 * that may have changed) -> {@link ChangedParagraphs}. Shuffles ids.
 */
public record FindChangedVerdicts() {
  private static final String IS_FURNITURE = "is_furniture";

  public Dataset<Row> apply(
      Dataset<Row> membersBefore,
      Dataset<Row> clustersBefore,
      Dataset<Row> members,
      Dataset<Row> clusters) {
    Dataset<Row> onOneSide =
        verdicts(membersBefore, clustersBefore)
            .unionByName(verdicts(members, clusters))
            .groupBy(
                ClusterMembers.PARAGRAPH_ID,
                ClusterMembers.CLUSTER_ID,
                Clusters.FIRST_ARTICLE_ID,
                Clusters.FIRST_PARAGRAPH,
                IS_FURNITURE)
            .agg(count(lit(1)).as("sides"))
            .where(col("sides").equalTo(1));
    return ChangedParagraphs.TABLE.conform(
        onOneSide.select(ChangedParagraphs.PARAGRAPH_ID).distinct());
  }

  private static Dataset<Row> verdicts(Dataset<Row> members, Dataset<Row> clusters) {
    return members
        .join(clusters, ClusterMembers.CLUSTER_ID)
        .select(
            col(ClusterMembers.PARAGRAPH_ID),
            col(ClusterMembers.CLUSTER_ID),
            col(Clusters.FIRST_ARTICLE_ID),
            col(Clusters.FIRST_PARAGRAPH),
            col(Clusters.REUSE_KIND).equalTo(ClassifyReuse.FURNITURE).as(IS_FURNITURE));
  }
}
