package io.nutgraf.train;

import java.util.ArrayList;
import java.util.List;

/**
 * One paragraph (or sentence) with its names, in the order of the text and without overlap.
 *
 * @param document the article it stands in
 * @param text the paragraph, without tabs and line breaks
 * @param names its names
 */
record LabelledText(String document, String text, List<Name> names) {

  LabelledText {
    names = List.copyOf(names);
  }

  LabelledText withNames(List<Name> others) {
    return new LabelledText(document, text, others);
  }

  LabelledText withText(String other) {
    return new LabelledText(document, other, names);
  }

  /** One line: document, text and {@code start:end:label} of each name, separated by tabs. */
  String toLine() {
    StringBuilder line = new StringBuilder(document).append('\t').append(text).append('\t');
    for (Name name : names) {
      line.append(name.start())
          .append(':')
          .append(name.end())
          .append(':')
          .append(name.label())
          .append(' ');
    }
    return line.toString().stripTrailing();
  }

  static LabelledText fromLine(String line) {
    String[] columns = line.split("\t", -1);
    List<Name> names = new ArrayList<>();
    if (columns.length > 2 && !columns[2].isEmpty()) {
      for (String name : columns[2].split(" ")) {
        String[] parts = name.split(":");
        names.add(new Name(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]));
      }
    }
    return new LabelledText(columns[0], columns[1], names);
  }
}
