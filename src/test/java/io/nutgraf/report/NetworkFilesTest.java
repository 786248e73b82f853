package io.nutgraf.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class NetworkFilesTest {
  private static final String AWKWARD = "<b>\"A&B\"</b>\u0007 \uD83D\uDE00";
  private static final String AS_READ = "<b>\"A&B\"</b> \uD83D\uDE00";

  private static final Network NETWORK =
      new Network(
          List.of(new Network.Attribute("type", Network.Kind.STRING)),
          List.of(
              new Network.Node("al", AWKWARD, List.of("person")),
              new Network.Node("-bo", "=1+1", Arrays.asList((Object) null))),
          List.of(
              new Network.Attribute("n_raw", Network.Kind.LONG),
              new Network.Attribute("pmi", Network.Kind.DOUBLE)),
          List.of(new Network.Edge("-bo", "al", 3, Arrays.asList(7L, -0.5))));

  @Test
  void gexfIsTypedAndUndirectedAndEscaped() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GexfFile.write(NETWORK, out);
    Document gexf = parse(out);

    assertThat(gexf.getDocumentElement().getAttribute("version")).isEqualTo("1.3");
    assertThat(element(gexf, "graph", 0).getAttribute("defaultedgetype")).isEqualTo("undirected");
    assertThat(element(gexf, "node", 0).getAttribute("label")).isEqualTo(AS_READ);
    assertThat(element(gexf, "node", 1).getAttribute("id")).isEqualTo("-bo");
    assertThat(element(gexf, "attribute", 2).getAttribute("type")).isEqualTo("double");
    assertThat(element(gexf, "edge", 0).getAttribute("weight")).isEqualTo("3");
    // An absent value is absent: one for the first node, none for the second, two for the edge.
    assertThat(gexf.getElementsByTagName("attvalue").getLength()).isEqualTo(3);
  }

  @Test
  void graphMlHasTypedKeys() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphMlFile.write(NETWORK, out);
    Document graphMl = parse(out);

    assertThat(element(graphMl, "graph", 0).getAttribute("edgedefault")).isEqualTo("undirected");
    assertThat(element(graphMl, "key", 0).getAttribute("attr.name")).isEqualTo("label");
    assertThat(element(graphMl, "key", 2).getAttribute("attr.type")).isEqualTo("long");
    assertThat(element(graphMl, "data", 0).getTextContent()).isEqualTo(AS_READ);
    assertThat(element(graphMl, "edge", 0).getAttribute("source")).isEqualTo("-bo");
    assertThat(element(graphMl, "edge", 0).getElementsByTagName("data").getLength()).isEqualTo(3);
  }

  @Test
  void csvIsWhatGephiKnows() throws IOException {
    StringBuilder nodes = new StringBuilder();
    StringBuilder edges = new StringBuilder();
    CsvNetwork.writeNodes(NETWORK, nodes);
    CsvNetwork.writeEdges(NETWORK, edges);

    assertThat(nodes.toString())
        .isEqualTo(
            """
            Id,Label,type
            al,"<b>""A&B""</b>\u0007 \uD83D\uDE00",person
            '-bo,'=1+1,
            """);
    assertThat(edges.toString())
        .isEqualTo("Source,Target,Type,Weight,n_raw,pmi\n'-bo,al,Undirected,3,7,-0.5\n");
  }

  @Test
  void aFormulaIsMadeText() {
    for (String formula : List.of("=a", "+a", "-a", "@a", "\ta", "\ra")) {
      assertThat(CsvNetwork.harmless(formula)).isEqualTo("'" + formula);
    }
    for (Object other : List.of("a=", "", "'=a", -0.5, 7L)) {
      assertThat(CsvNetwork.harmless(other)).isEqualTo(other);
    }
  }

  @Test
  void charactersThatXmlForbidsAreDropped() {
    assertThat(XmlDocument.allowed("a\u0000b\u000Bc\uFFFEd\uD800e\tf")).isEqualTo("abcde\tf");
  }

  private static Document parse(ByteArrayOutputStream xml) throws Exception {
    assertThat(xml.toString(UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.toByteArray()));
  }

  private static Element element(Document document, String name, int index) {
    return (Element) document.getElementsByTagName(name).item(index);
  }
}
