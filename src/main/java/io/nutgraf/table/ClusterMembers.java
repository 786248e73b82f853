package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/** One distinct paragraph in a cluster of copies. */
public final class ClusterMembers {
  public static final String PARAGRAPH_ID = "paragraph_id";
  public static final String CLUSTER_ID = "cluster_id";
  public static final String OCCURRENCES = "occurrences";
  public static final String SIMILARITY = "similarity";

  public static final Table TABLE =
      new Table(
          "cluster_members",
          Table.Kind.SNAPSHOT,
          "a distinct paragraph in a cluster",
          new StructType()
              .add(PARAGRAPH_ID, StringType, true, "Distinct paragraph")
              .add(CLUSTER_ID, StringType, true, "Cluster it is in")
              .add(OCCURRENCES, LongType, true, "Occurrences of the distinct paragraph")
              .add(
                  SIMILARITY,
                  DoubleType,
                  true,
                  "Jaccard similarity to the cluster's first copy; 1 for exact copies"),
          List.of(PARAGRAPH_ID));

  private ClusterMembers() {}
}
