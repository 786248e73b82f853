package io.nutgraf.actor;

import io.nutgraf.text.CaseRule;
import io.nutgraf.text.NearestWord;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads our own format: CSV (RFC 4180, UTF-8) with a header; {@code actor_id}, {@code name} and
 * {@code type} are required. List cells are separated by {@code |}. An actor may have several rows,
 * one a role.
 */
final class CsvDictionary {
  private static final List<String> REQUIRED = List.of("actor_id", "name", "type");
  private static final List<String> COLUMNS =
      List.of(
          "actor_id",
          "name",
          "type",
          "aliases",
          "case_sensitive_aliases",
          "demonyms",
          "capitals",
          "state",
          "role",
          "code",
          "from",
          "to");
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .build();

  private final String name;
  private final EntryCollector entries;

  CsvDictionary(String name, EntryCollector entries) {
    this.name = name;
    this.entries = entries;
  }

  void read(Reader text) throws IOException {
    try (CSVParser rows = FORMAT.parse(text)) {
      checkHeader(rows.getHeaderNames());
      long line = rows.getCurrentLineNumber() + 1;
      for (CSVRecord row : rows) {
        read(row, line);
        line = rows.getCurrentLineNumber() + 1;
      }
    }
  }

  private void checkHeader(List<String> header) {
    List<String> faults = new ArrayList<>();
    for (String column : header) {
      if (!COLUMNS.contains(column)) {
        faults.add(
            "unknown column '%s', did you mean '%s'?"
                .formatted(column, NearestWord.of(column, COLUMNS)));
      }
    }
    for (String column : REQUIRED) {
      if (!header.contains(column)) {
        faults.add("column '" + column + "' is absent");
      }
    }
    if (!faults.isEmpty()) {
      throw new DictionaryException(
          "%s: %s. Columns allowed: %s".formatted(name, String.join("; ", faults), COLUMNS));
    }
  }

  private void read(CSVRecord row, long line) {
    if (!row.isConsistent()) {
      entries.addMalformed(line, String.join(",", row), "as many cells as the header");
      return;
    }
    String id = cell(row, "actor_id");
    String actorName = cell(row, "name");
    String type = cell(row, "type");
    if (id.isEmpty() || actorName.isEmpty() || !DictionaryActor.TYPES.contains(type)) {
      entries.addMalformed(
          line,
          String.join(",", row),
          "an actor_id, a name and a type among " + DictionaryActor.TYPES);
      return;
    }
    try {
      entries.add(
          new DictionaryActor(id, actorName, type, orNull(cell(row, "state")), roles(row)),
          phrases(row, actorName, type));
    } catch (DateTimeException e) {
      entries.addMalformed(
          line,
          cell(row, "from") + " to " + cell(row, "to"),
          "dates such as 2004, 2004-06 or 2004-06-30, the earlier one first");
    }
  }

  private static List<Role> roles(CSVRecord row) {
    Role role =
        new Role(
            orNull(cell(row, "role")),
            orNull(cell(row, "code")),
            PartialDates.firstDay(cell(row, "from")),
            PartialDates.lastDay(cell(row, "to")));
    if (role.from() != null && role.to() != null && role.from().isAfter(role.to())) {
      throw new DateTimeException("from is after to");
    }
    boolean isEmpty = role.office() == null && role.code() == null && !role.isDated();
    return isEmpty ? List.of() : List.of(role);
  }

  private static List<Phrase> phrases(CSVRecord row, String actorName, String type) {
    boolean isAgent = type.equals(DictionaryActor.AGENT);
    PhraseKind aliasKind = isAgent ? PhraseKind.AGENT : PhraseKind.ALIAS;
    List<Phrase> phrases = new ArrayList<>();
    // First, since a name may stand again here, to say that its case matters.
    for (String alias : list(row, "case_sensitive_aliases")) {
      PhraseKind kind = alias.equals(actorName) ? PhraseKind.FULL : aliasKind;
      phrases.add(new Phrase(alias, kind, CaseRule.EXACT));
    }
    if (phrases.stream().noneMatch(phrase -> phrase.text().equals(actorName))) {
      phrases.add(Phrase.of(actorName, isAgent ? PhraseKind.AGENT : PhraseKind.FULL));
    }
    list(row, "aliases").forEach(alias -> phrases.add(Phrase.of(alias, aliasKind)));
    list(row, "demonyms").forEach(word -> phrases.add(Phrase.of(word, PhraseKind.DEMONYM)));
    list(row, "capitals").forEach(city -> phrases.add(Phrase.of(city, PhraseKind.CAPITAL)));
    return phrases;
  }

  private static List<String> list(CSVRecord row, String column) {
    return Arrays.stream(cell(row, column).split("\\|"))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static String cell(CSVRecord row, String column) {
    return row.isMapped(column) ? row.get(column) : "";
  }

  private static String orNull(String cell) {
    return cell.isEmpty() ? null : cell;
  }
}
