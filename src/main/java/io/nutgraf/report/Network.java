package io.nutgraf.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A network small enough to be drawn: actors, and one undirected edge a pair.
 *
 * @param nodeAttributes what is told of each node beside its id and label
 * @param edgeAttributes what is told of each edge beside its ends and weight
 */
public record Network(
    List<Attribute> nodeAttributes,
    List<Node> nodes,
    List<Attribute> edgeAttributes,
    List<Edge> edges) {

  /** What a value is, in the words that GEXF and GraphML share. */
  public enum Kind {
    STRING("string"),
    LONG("long"),
    DOUBLE("double");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** A named value that every node, or every edge, has; it may be null. */
  public record Attribute(String name, Kind kind) {}

  /** An actor; {@code values} in the order of the attributes. */
  public record Node(String id, String label, List<Object> values) {
    public Node {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  /** A pair; {@code values} in the order of the attributes. */
  public record Edge(String source, String target, long weight, List<Object> values) {
    public Edge {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }
  }

  public Network {
    nodeAttributes = List.copyOf(nodeAttributes);
    nodes = List.copyOf(nodes);
    edgeAttributes = List.copyOf(edgeAttributes);
    edges = List.copyOf(edges);
  }
}
