package io.nutgraf.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads JRC-Names: number, type, language and name between tabs, with plus signs for blanks. Rows
 * of one number stand together; its name is the first one for any language ({@code u}), else the
 * first. Type P is a person, any other an organisation. Number 0 holds what is no entity.
 */
final class JrcNames {
  private static final Pattern ROW = Pattern.compile("(\\d+)\\t(\\w)\\t([^\\t]+)\\t([^\\t]+)");
  private static final String NO_ENTITY = "0";
  private static final String ANY_LANGUAGE = "u";

  private final EntryCollector entries;
  private final List<String> names = new ArrayList<>();
  private String number = NO_ENTITY;
  private String type = "";
  private String canonical;

  JrcNames(EntryCollector entries) {
    this.entries = entries;
  }

  void read(BufferedReader text) throws IOException {
    long line = 0;
    for (String row = text.readLine(); row != null; row = text.readLine()) {
      line++;
      var cells = ROW.matcher(row.stripTrailing());
      if (cells.matches()) {
        readRow(cells.group(1), cells.group(2), cells.group(3), cells.group(4).replace('+', ' '));
      } else if (!row.isBlank() && !row.startsWith("#")) {
        entries.addMalformed(line, row, "number, type, language and name between tabs");
      }
    }
    finishEntity();
  }

  private void readRow(String rowNumber, String rowType, String language, String name) {
    if (!rowNumber.equals(number)) {
      finishEntity();
      number = rowNumber;
      type = rowType;
    }
    if (canonical == null && language.equals(ANY_LANGUAGE)) {
      canonical = name.strip();
    }
    names.add(name.strip());
  }

  private void finishEntity() {
    if (!number.equals(NO_ENTITY) && !names.isEmpty()) {
      String name = canonical == null ? names.get(0) : canonical;
      boolean isPerson = type.toLowerCase(Locale.ROOT).equals("p");
      entries.add(
          new DictionaryActor(
              "jrc:" + number,
              name,
              isPerson ? DictionaryActor.PERSON : DictionaryActor.ORGANISATION,
              null,
              List.of()),
          names.stream()
              .map(text -> Phrase.of(text, text.equals(name) ? PhraseKind.FULL : PhraseKind.ALIAS))
              .toList());
    }
    names.clear();
    canonical = null;
  }
}
