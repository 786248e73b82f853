package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Associations;
import io.nutgraf.table.Communities;
import io.nutgraf.table.Units;
import io.nutgraf.text.WeightedNetwork;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.ml.clustering.PowerIterationClustering;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Cuts the network of actors into communities: {@link Associations} -> {@link Communities}, one row
 * for each actor with an edge, or none where there are no more actors than communities.
 *
 * <p>An edge is a pair in {@code minDistinct} distinct articles or more. Its strength is their
 * number; communities see the pair's cosine instead, or whoever is in all news would draw everybody
 * into one. They come from MLlib's power iteration clustering (F. Lin and W. W. Cohen, "Power
 * iteration clustering", ICML 2010), stopped after few iterations: left to converge it makes all
 * actors alike. It starts from random numbers, because from degrees it cannot tell apart two halves
 * that mirror each other; MLlib seeds them by partition, so all edges stand in one, in order, and
 * the same network always gives the same communities. Memory holds the network: the driver reads
 * it, some 100 bytes an edge. MLlib starts Spark jobs of its own.
 *
 * @param minDistinct pairs in fewer distinct articles are no edges
 * @param communities how many to cut the network into
 */
public record FindCommunities(int minDistinct, int communities) {
  private static final int ITERATIONS = 4;
  private static final double DAMPING = 0.85;
  private static final StructType EDGES =
      new StructType()
          .add("src", DataTypes.LongType)
          .add("dst", DataTypes.LongType)
          .add("weight", DataTypes.DoubleType);

  public FindCommunities {
    if (communities < 2) {
      throw new WrongSettingException("communities must be at least 2, but is " + communities);
    }
  }

  public Dataset<Row> apply(Dataset<Row> associations) {
    SparkSession spark = associations.sparkSession();
    List<Row> edges = edges(associations);
    Map<String, Integer> nodes = nodes(edges);
    if (nodes.size() <= communities) {
      return spark.createDataFrame(List.of(), Communities.TABLE.schema());
    }
    int[] found = communitiesOf(spark, edges, nodes);
    WeightedNetwork network = network(edges, nodes);
    long[] strengths = network.strengths();
    long[] degrees = network.degrees();
    double[] ranks = network.pageRanks(DAMPING);
    List<Row> rows = new ArrayList<>();
    nodes.forEach(
        (actor, node) ->
            rows.add(
                RowFactory.create(
                    actor, found[node], strengths[node], ranks[node], degrees[node])));
    return Communities.TABLE.conform(spark.createDataFrame(rows, Communities.TABLE.schema()));
  }

  private List<Row> edges(Dataset<Row> associations) {
    return associations
        .where(col(Associations.WINDOW).equalTo(Associations.WHOLE))
        .where(col(Associations.UNIT).equalTo(Units.ARTICLE_UNIT))
        .where(col(Associations.N_DISTINCT).geq(minDistinct))
        .select(
            Associations.ACTOR_A,
            Associations.ACTOR_B,
            Associations.N_DISTINCT,
            Associations.COSINE)
        .repartition(1)
        .sortWithinPartitions(Associations.ACTOR_A, Associations.ACTOR_B)
        .collectAsList();
  }

  /** Numbered in the order of their identifiers. */
  private static Map<String, Integer> nodes(List<Row> edges) {
    Set<String> actors = new HashSet<>();
    for (Row edge : edges) {
      actors.add(edge.getString(0));
      actors.add(edge.getString(1));
    }
    Map<String, Integer> nodes = new LinkedHashMap<>();
    actors.stream().sorted().forEach(actor -> nodes.put(actor, nodes.size()));
    return nodes;
  }

  private static WeightedNetwork network(List<Row> edges, Map<String, Integer> nodes) {
    return new WeightedNetwork(
        nodes.size(),
        edges.stream().mapToInt(edge -> nodes.get(edge.getString(0))).toArray(),
        edges.stream().mapToInt(edge -> nodes.get(edge.getString(1))).toArray(),
        edges.stream().mapToLong(edge -> edge.getLong(2)).toArray());
  }

  private int[] communitiesOf(SparkSession spark, List<Row> edges, Map<String, Integer> nodes) {
    List<Row> similarities =
        edges.stream()
            .map(
                edge ->
                    RowFactory.create(
                        (long) nodes.get(edge.getString(0)),
                        (long) nodes.get(edge.getString(1)),
                        edge.getDouble(3)))
            .toList();
    int[] clusters = new int[nodes.size()];
    new PowerIterationClustering()
        .setK(communities)
        .setMaxIter(ITERATIONS)
        .setInitMode("random")
        .setWeightCol("weight")
        .assignClusters(
            spark
                .createDataFrame(similarities, EDGES)
                // Else the whole network would travel with each task of each iteration.
                .repartition(1)
                .sortWithinPartitions("src", "dst"))
        .collectAsList()
        .forEach(row -> clusters[(int) row.getLong(0)] = row.getInt(1));
    return CommunityNumbers.bySize(clusters);
  }
}
