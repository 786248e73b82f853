package io.nutgraf.duplicate;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Connected components on the executors, by GraphX: the smallest key goes from neighbour to
 * neighbour until nothing changes. For more links than the driver takes; rounds grow with the
 * longest chain of links.
 */
final class GraphComponents implements Components {
  private static final ClassTag<Integer> INTEGER = ClassTag$.MODULE$.apply(Integer.class);

  private final Dataset<Row> labels;

  GraphComponents(Dataset<Row> links) {
    JavaRDD<Edge<Integer>> edges =
        links.select(A, B).javaRDD().map(link -> new Edge<>(link.getLong(0), link.getLong(1), 1));
    StorageLevel level = StorageLevel.MEMORY_AND_DISK();
    Graph<Integer, Integer> graph = Graph.fromEdges(edges.rdd(), 1, level, level, INTEGER, INTEGER);
    JavaRDD<Row> found =
        ConnectedComponents.run(graph, INTEGER, INTEGER)
            .vertices()
            .toJavaRDD()
            .map(labelled -> RowFactory.create(labelled._1(), labelled._2()));
    StructType schema =
        new StructType().add(KEY, DataTypes.LongType).add(COMPONENT, DataTypes.LongType);
    labels = links.sparkSession().createDataFrame(found, schema);
  }

  @Override
  public Dataset<Row> label(Dataset<Row> rows) {
    return rows.join(labels, KEY);
  }
}
