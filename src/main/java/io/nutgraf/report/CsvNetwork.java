package io.nutgraf.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A network as two CSV tables with the headers that Gephi knows.
 *
 * <p>A text cell that a spreadsheet would run as a formula gets an apostrophe before it; numbers
 * stay numbers. An absent value is an empty cell.
 */
public final class CsvNetwork {
  private static final String STARTS_OF_FORMULAS = "=+-@\t\r";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator("\n").build();

  private CsvNetwork() {}

  public static void writeNodes(Network network, Appendable out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord(header(List.of("Id", "Label"), network.nodeAttributes()));
    for (Network.Node node : network.nodes()) {
      csv.printRecord(cells(List.of(node.id(), node.label()), node.values()));
    }
    csv.flush();
  }

  public static void writeEdges(Network network, Appendable out) throws IOException {
    CSVPrinter csv = new CSVPrinter(out, FORMAT);
    csv.printRecord(
        header(List.of("Source", "Target", "Type", "Weight"), network.edgeAttributes()));
    for (Network.Edge edge : network.edges()) {
      csv.printRecord(
          cells(List.of(edge.source(), edge.target(), "Undirected", edge.weight()), edge.values()));
    }
    csv.flush();
  }

  private static List<Object> header(List<String> first, List<Network.Attribute> attributes) {
    List<Object> header = new ArrayList<>(first);
    attributes.forEach(attribute -> header.add(attribute.name()));
    return header;
  }

  private static List<Object> cells(List<Object> first, List<Object> values) {
    List<Object> cells = new ArrayList<>();
    first.forEach(value -> cells.add(harmless(value)));
    values.forEach(value -> cells.add(harmless(value)));
    return cells;
  }

  static Object harmless(Object value) {
    boolean isFormula =
        value instanceof String text
            && !text.isEmpty()
            && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
    return isFormula ? "'" + value : value;
  }
}
