package io.nutgraf.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads ICEWS actors: name, type (Individual or Group), affiliation, its first and last day, and
 * aliases with {@code ||} between them; between tabs or commas, with or without a header. An actor
 * has one row for each affiliation, which becomes a role. Columns are taken by their place.
 */
final class IcewsActors {
  private static final String EXPECTED =
      "Actor Name, Actor Type, Affiliation To, Affiliation Start Date, Affiliation End Date, Aliases";
  private static final int LOOKED_AT = 1 << 13;

  private final EntryCollector entries;

  IcewsActors(EntryCollector entries) {
    this.entries = entries;
  }

  void read(BufferedReader text) throws IOException {
    text.mark(LOOKED_AT);
    String first = text.readLine();
    text.reset();
    boolean isTabbed = first != null && first.indexOf('\t') >= 0;
    CSVFormat format =
        isTabbed
            ? CSVFormat.TDF.builder().setQuote(null).build()
            : CSVFormat.RFC4180.builder().setTrim(true).setIgnoreEmptyLines(true).build();
    try (CSVParser rows = format.parse(text)) {
      long line = 1;
      for (CSVRecord row : rows) {
        if (!row.get(0).equalsIgnoreCase("Actor Name")) {
          read(row, line);
        }
        line = rows.getCurrentLineNumber() + 1;
      }
    }
  }

  private void read(CSVRecord row, long line) {
    if (row.size() < 6 || row.get(0).isBlank()) {
      entries.addMalformed(line, String.join(",", row), EXPECTED);
      return;
    }
    String name = row.get(0);
    boolean isPerson = row.get(1).equalsIgnoreCase("Individual");
    try {
      Role role = new Role(row.get(2), null, day(row.get(3)), day(row.get(4)));
      entries.add(
          new DictionaryActor(
              "icews:" + slug(name),
              name,
              isPerson ? DictionaryActor.PERSON : DictionaryActor.ORGANISATION,
              null,
              role.office().isBlank() ? List.of() : List.of(role)),
          phrases(name, row.get(5)));
    } catch (DateTimeException e) {
      entries.addMalformed(
          line,
          row.get(3) + ", " + row.get(4),
          "days such as 2004-06-30, 'beginning of time' or 'end of time'");
    }
  }

  private static List<Phrase> phrases(String name, String aliases) {
    List<Phrase> phrases = new ArrayList<>();
    phrases.add(Phrase.of(name, PhraseKind.FULL));
    Arrays.stream(aliases.split("\\|\\|"))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty() && !alias.equals(name))
        .forEach(alias -> phrases.add(Phrase.of(alias, PhraseKind.ALIAS)));
    return phrases;
  }

  private static LocalDate day(String cell) {
    String day = cell.strip();
    return day.isEmpty() || day.endsWith("of time") ? null : LocalDate.parse(day);
  }

  private static String slug(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }
}
