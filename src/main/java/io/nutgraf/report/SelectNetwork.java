package io.nutgraf.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Associations;
import io.nutgraf.table.Communities;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Chooses the part of the network that is worth drawing: the pairs with the greatest g2 over the
 * whole corpus, and the actors in them.
 *
 * <p>({@link Associations}, {@link Actors}, {@link Communities}) -> {@link Network}, on the driver;
 * nodes by id, edges by g2. The weight of an edge is its n_distinct.
 *
 * @param unit sentence, paragraph or article
 * @param minDistinct pairs in fewer distinct units are left out
 * @param top so many pairs at most
 */
public record SelectNetwork(String unit, int minDistinct, int top) {
  private static final List<Network.Attribute> NODE_ATTRIBUTES =
      List.of(
          new Network.Attribute(Actors.TYPE, Network.Kind.STRING),
          new Network.Attribute(Actors.CODE, Network.Kind.STRING),
          new Network.Attribute(Actors.STATE, Network.Kind.STRING),
          new Network.Attribute(Actors.MENTIONS, Network.Kind.LONG),
          new Network.Attribute(Actors.ARTICLES, Network.Kind.LONG),
          new Network.Attribute(Actors.SOURCES, Network.Kind.LONG),
          new Network.Attribute(Communities.COMMUNITY, Network.Kind.LONG),
          new Network.Attribute(Communities.STRENGTH, Network.Kind.LONG),
          new Network.Attribute(Communities.PAGERANK, Network.Kind.DOUBLE));

  private static final List<Network.Attribute> EDGE_ATTRIBUTES =
      List.of(
          new Network.Attribute(Associations.N_RAW, Network.Kind.LONG),
          new Network.Attribute(Associations.N_DISTINCT, Network.Kind.LONG),
          new Network.Attribute(Associations.N_A, Network.Kind.LONG),
          new Network.Attribute(Associations.N_B, Network.Kind.LONG),
          new Network.Attribute(Associations.N, Network.Kind.LONG),
          new Network.Attribute(Associations.DUPLICATION_FACTOR, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.LIFT, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.PMI, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.NPMI, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.DICE, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.LOGDICE, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.JACCARD, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.COSINE, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.PHI, Network.Kind.DOUBLE),
          new Network.Attribute(Associations.G2, Network.Kind.DOUBLE));

  public SelectNetwork {
    if (top < 1) {
      throw new WrongSettingException("top must be at least 1, but is " + top);
    }
  }

  public Network apply(Dataset<Row> associations, Dataset<Row> actors, Dataset<Row> communities) {
    Dataset<Row> strongest =
        associations
            .where(col(Associations.WINDOW).equalTo(Associations.WHOLE))
            .where(col(Associations.UNIT).equalTo(unit))
            .where(col(Associations.N_DISTINCT).geq(minDistinct))
            .orderBy(
                col(Associations.G2).desc_nulls_last(),
                col(Associations.N_DISTINCT).desc(),
                col(Associations.ACTOR_A),
                col(Associations.ACTOR_B))
            .limit(top);
    List<Network.Edge> edges = new ArrayList<>();
    for (Row row : strongest.collectAsList()) {
      edges.add(
          new Network.Edge(
              row.getAs(Associations.ACTOR_A),
              row.getAs(Associations.ACTOR_B),
              row.<Long>getAs(Associations.N_DISTINCT),
              values(row, EDGE_ATTRIBUTES)));
    }
    Dataset<Row> named =
        strongest
            .select(
                explode(array(col(Associations.ACTOR_A), col(Associations.ACTOR_B)))
                    .as(Actors.ACTOR_ID))
            .distinct()
            .join(actors, new String[] {Actors.ACTOR_ID}, "left")
            .join(communities, new String[] {Actors.ACTOR_ID}, "left")
            .orderBy(Actors.ACTOR_ID);
    List<Network.Node> nodes = new ArrayList<>();
    for (Row row : named.collectAsList()) {
      String id = row.getAs(Actors.ACTOR_ID);
      String name = row.getAs(Actors.NAME);
      nodes.add(new Network.Node(id, name == null ? id : name, values(row, NODE_ATTRIBUTES)));
    }
    return new Network(NODE_ATTRIBUTES, nodes, EDGE_ATTRIBUTES, edges);
  }

  private static List<Object> values(Row row, List<Network.Attribute> attributes) {
    List<Object> values = new ArrayList<>();
    attributes.forEach(attribute -> values.add(row.getAs(attribute.name())));
    return values;
  }
}
