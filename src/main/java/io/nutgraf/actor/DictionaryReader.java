package io.nutgraf.actor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads dictionaries of any known format.
 *
 * @param states alpha-3 codes of the states that other dictionaries know: a CAMEO phrase with such
 *     a code becomes that state
 */
public record DictionaryReader(Set<String> states) {
  private static final int LINES_LOOKED_AT = 400;
  private static final int CHARACTERS_LOOKED_AT = 1 << 16;

  public DictionaryReader {
    states = Set.copyOf(states);
  }

  /**
   * Reads a dictionary of whatever format its first lines show. The caller opens and closes it.
   *
   * @throws DictionaryException if it has no known format, or a header that cannot be used; lines
   *     that are malformed are reported in the result and left out
   */
  public DictionaryFile read(String name, Reader text) throws IOException {
    BufferedReader lines = new BufferedReader(text, CHARACTERS_LOOKED_AT);
    DictionaryFormat format = DictionaryFormat.of(name, firstLines(lines));
    return read(name, lines, format);
  }

  /** Reads a dictionary of a given format. */
  public DictionaryFile read(String name, Reader text, DictionaryFormat format) throws IOException {
    BufferedReader lines =
        text instanceof BufferedReader buffered ? buffered : new BufferedReader(text);
    EntryCollector entries = new EntryCollector(name);
    switch (format) {
      case CSV -> new CsvDictionary(name, entries).read(lines);
      case CAMEO_ACTORS -> new CameoActors(states, entries).read(lines);
      case CAMEO_AGENTS -> new CameoAgents(entries).read(lines);
      case JRC_NAMES -> new JrcNames(entries).read(lines);
      case ICEWS -> new IcewsActors(entries).read(lines);
    }
    return entries.finished(format);
  }

  private static List<String> firstLines(BufferedReader text) throws IOException {
    text.mark(CHARACTERS_LOOKED_AT);
    char[] first = new char[CHARACTERS_LOOKED_AT];
    int length = 0;
    int read = 0;
    while (length < first.length && read >= 0) {
      length += read;
      read = text.read(first, length, first.length - length);
    }
    text.reset();
    List<String> lines = new ArrayList<>();
    new String(first, 0, length).lines().limit(LINES_LOOKED_AT).forEach(lines::add);
    return lines;
  }
}
