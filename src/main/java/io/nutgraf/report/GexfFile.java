package io.nutgraf.report;

import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** A network in GEXF 1.3, which Gephi and networkx read. */
public final class GexfFile {
  private GexfFile() {}

  public static void write(Network network, OutputStream out) throws XMLStreamException {
    try (XmlDocument xml = new XmlDocument(out)) {
      xml.open("gexf", "version", "1.3");
      xml.namespace("http://gexf.net/1.3");
      xml.open("graph", "defaultedgetype", "undirected", "mode", "static", "idtype", "string");
      attributes(xml, "node", network.nodeAttributes());
      attributes(xml, "edge", network.edgeAttributes());
      xml.open("nodes");
      for (Network.Node node : network.nodes()) {
        xml.open("node", "id", node.id(), "label", node.label());
        values(xml, node.values());
        xml.shut();
      }
      xml.shut();
      xml.open("edges");
      int id = 0;
      for (Network.Edge edge : network.edges()) {
        xml.open(
            "edge",
            "id",
            Integer.toString(id++),
            "source",
            edge.source(),
            "target",
            edge.target(),
            "weight",
            Long.toString(edge.weight()));
        values(xml, edge.values());
        xml.shut();
      }
      xml.shut();
      xml.shut();
      xml.shut();
    }
  }

  private static void attributes(XmlDocument xml, String of, List<Network.Attribute> attributes)
      throws XMLStreamException {
    xml.open("attributes", "class", of);
    for (int i = 0; i < attributes.size(); i++) {
      Network.Attribute attribute = attributes.get(i);
      xml.empty(
          "attribute",
          "id",
          Integer.toString(i),
          "title",
          attribute.name(),
          "type",
          attribute.kind().word());
    }
    xml.shut();
  }

  /** A value that is not there is left out. */
  private static void values(XmlDocument xml, List<Object> values) throws XMLStreamException {
    xml.open("attvalues");
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) != null) {
        xml.empty("attvalue", "for", Integer.toString(i), "value", values.get(i).toString());
      }
    }
    xml.shut();
  }
}
