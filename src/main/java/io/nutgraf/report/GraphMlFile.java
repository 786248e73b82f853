package io.nutgraf.report;

import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** A network in GraphML, which igraph, networkx, yEd and Gephi read. */
public final class GraphMlFile {
  private GraphMlFile() {}

  public static void write(Network network, OutputStream out) throws XMLStreamException {
    try (XmlDocument xml = new XmlDocument(out)) {
      xml.open("graphml");
      xml.namespace("http://graphml.graphdrawing.org/xmlns");
      key(xml, "label", "node", "label", Network.Kind.STRING);
      keys(xml, "node", network.nodeAttributes());
      key(xml, "weight", "edge", "weight", Network.Kind.LONG);
      keys(xml, "edge", network.edgeAttributes());
      xml.open("graph", "edgedefault", "undirected");
      for (Network.Node node : network.nodes()) {
        xml.open("node", "id", node.id());
        data(xml, "label", node.label());
        values(xml, "node", node.values());
        xml.shut();
      }
      for (Network.Edge edge : network.edges()) {
        xml.open("edge", "source", edge.source(), "target", edge.target());
        data(xml, "weight", edge.weight());
        values(xml, "edge", edge.values());
        xml.shut();
      }
      xml.shut();
      xml.shut();
    }
  }

  private static void keys(XmlDocument xml, String of, List<Network.Attribute> attributes)
      throws XMLStreamException {
    for (int i = 0; i < attributes.size(); i++) {
      key(xml, of + i, of, attributes.get(i).name(), attributes.get(i).kind());
    }
  }

  private static void key(XmlDocument xml, String id, String of, String name, Network.Kind kind)
      throws XMLStreamException {
    xml.empty("key", "id", id, "for", of, "attr.name", name, "attr.type", kind.word());
  }

  /** A value that is not there is left out. */
  private static void values(XmlDocument xml, String of, List<Object> values)
      throws XMLStreamException {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        data(xml, of + i, values.get(i));
      }
    }
  }

  private static void data(XmlDocument xml, String key, Object value) throws XMLStreamException {
    xml.open("data", "key", key);
    xml.text(value.toString());
    xml.shut();
  }
}
