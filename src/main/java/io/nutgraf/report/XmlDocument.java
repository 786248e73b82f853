package io.nutgraf.report;

import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes elements by the JDK's StAX, which escapes; characters that XML 1.0 forbids are dropped.
 */
final class XmlDocument implements AutoCloseable {
  private final XMLStreamWriter xml;

  XmlDocument(OutputStream out) throws XMLStreamException {
    xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
    xml.writeStartDocument("UTF-8", "1.0");
  }

  /** Opens an element; attributes come as name, value, name, value. */
  void open(String element, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeStartElement(element);
    writeAttributes(attributes);
  }

  void namespace(String namespace) throws XMLStreamException {
    xml.writeDefaultNamespace(namespace);
  }

  void text(String text) throws XMLStreamException {
    xml.writeCharacters(allowed(text));
  }

  void shut() throws XMLStreamException {
    xml.writeEndElement();
  }

  void empty(String element, String... attributes) throws XMLStreamException {
    xml.writeCharacters("\n");
    xml.writeEmptyElement(element);
    writeAttributes(attributes);
  }

  @Override
  public void close() throws XMLStreamException {
    xml.writeEndDocument();
    xml.flush();
    xml.close();
  }

  private void writeAttributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], allowed(attributes[i + 1]));
    }
  }

  /** XML 1.0, fifth edition, production 2. */
  static String allowed(String text) {
    return text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xD7FF)
                    || (c >= 0xE000 && c <= 0xFFFD)
                    || c >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
