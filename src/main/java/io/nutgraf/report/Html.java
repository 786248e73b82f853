package io.nutgraf.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.StringEscapeUtils;

/**
 * Writes HTML in which data can only ever be text: there is no way to hand it markup, but for the
 * page's own style and scripts.
 */
final class Html {
  /** No line may break after these: it would show as a blank. */
  private static final Set<String> INLINE = Set.of("a", "code", "span", "strong");

  private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
  private final Deque<String> opened = new ArrayDeque<>();

  /** Opens an element; attributes are name, value, name, value. A null value leaves it out. */
  Html open(String element, String... attributes) {
    start(element, attributes);
    opened.push(element);
    return this;
  }

  /** Writes an element that has no content, such as meta. */
  Html empty(String element, String... attributes) {
    start(element, attributes);
    return this;
  }

  /** Closes the element opened last. */
  Html close() {
    String element = opened.pop();
    out.append("</").append(element).append('>');
    if (!INLINE.contains(element)) {
      out.append('\n');
    }
    return this;
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** An element with text only. */
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** A style or script of our own, as it is. Content that could close it is refused. */
  Html own(String element, String content, String... attributes) {
    String lower = content.toLowerCase(Locale.ROOT);
    if (lower.contains("</" + element) || lower.contains("<!--")) {
      throw new IllegalArgumentException("The content of <" + element + "> would end it early");
    }
    start(element, attributes);
    out.append(content).append("</").append(element).append(">\n");
    return this;
  }

  @Override
  public String toString() {
    if (!opened.isEmpty()) {
      throw new IllegalStateException("Elements left open: " + opened);
    }
    return out.toString();
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        out.append(' ').append(attributes[i]).append("=\"");
        out.append(escape(attributes[i + 1])).append('"');
      }
    }
    out.append('>');
  }

  private static String escape(String text) {
    return StringEscapeUtils.escapeHtml4(VisibleText.of(text));
  }
}
