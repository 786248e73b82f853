package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;

import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.testing.SparkExtension;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FindChangedVerdictsTest {

  @Test
  void oneMoreCopyIsNoNewsUnlessItMakesTheClusterAnother(SparkSession spark) {
    Dataset<Row> membersBefore =
        rows(
            spark,
            ClusterMembers.TABLE,
            row("same", "same", 2L, 1.0),
            row("near", "same", 1L, 0.7),
            row("moved", "moved", 2L, 1.0),
            row("furniture", "furniture", 2L, 1.0),
            row("left", "same", 1L, 0.6));
    Dataset<Row> clustersBefore =
        rows(
            spark,
            Clusters.TABLE,
            cluster("same", "self_reuse", 4, "a", 0),
            cluster("moved", "self_reuse", 2, "b", 1),
            cluster("furniture", "self_reuse", 2, "b", 2));
    Dataset<Row> members =
        rows(
            spark,
            ClusterMembers.TABLE,
            row("same", "same", 9L, 1.0),
            row("near", "same", 1L, 0.7),
            row("moved", "moved", 3L, 1.0),
            row("furniture", "furniture", 5L, 1.0),
            row("joined", "same", 1L, 0.8));
    Dataset<Row> clusters =
        rows(
            spark,
            Clusters.TABLE,
            cluster("same", "syndicated", 11, "a", 0),
            cluster("moved", "self_reuse", 3, "earlier", 1),
            cluster("furniture", "furniture", 5, "b", 2));

    assertRows(
        new FindChangedVerdicts().apply(membersBefore, clustersBefore, members, clusters),
        ChangedParagraphs.TABLE,
        row("moved"),
        row("furniture"),
        row("left"),
        row("joined"));
  }

  private static Row cluster(String id, String kind, long copies, String article, int paragraph) {
    return row(id, kind, 1L, copies, copies, 1L, article, "Wire", null, null, 1.0, paragraph, 10);
  }
}
