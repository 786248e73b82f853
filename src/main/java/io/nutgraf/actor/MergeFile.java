package io.nutgraf.actor;

import io.nutgraf.setting.WrongSettingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads an analyst's corrections: CSV (RFC 4180, UTF-8) with the header {@code from,to}. From is a
 * surface or an actor's id and stands once; to is an actor's id, or {@code !} to drop the mention.
 */
public final class MergeFile {
  private static final String HEADER = "the header from,to";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setTrim(true).build();

  private MergeFile() {}

  /**
   * Reads it.
   *
   * @param file its name in messages
   * @throws WrongSettingException listing every malformed line
   */
  public static Corrections read(String file, Reader text) {
    List<Correction> corrections = new ArrayList<>();
    List<MalformedLine> malformed = new ArrayList<>();
    Map<String, Long> lineByFrom = new HashMap<>();
    List<String> lines = new BufferedReader(text).lines().toList();
    if (lines.isEmpty()) {
      malformed.add(new MalformedLine(file, 1, "", HEADER));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 && lines.get(i).isBlank()) {
        continue;
      }
      List<String> cells = cells(lines.get(i));
      String expected = i == 0 ? headerFault(cells) : fault(cells, lineByFrom);
      if (expected != null) {
        malformed.add(new MalformedLine(file, i + 1, lines.get(i), expected));
      } else if (i > 0) {
        lineByFrom.put(cells.get(0), i + 1L);
        corrections.add(new Correction(i + 1, cells.get(0), cells.get(1)));
      }
    }
    if (!malformed.isEmpty()) {
      throw new WrongSettingException(
          malformed.stream()
              .map(MalformedLine::toString)
              .collect(Collectors.joining("\n  ", malformed.size() + " malformed lines:\n  ", "")));
    }
    return new Corrections(corrections);
  }

  /** None when the quotes are wrong. */
  private static List<String> cells(String line) {
    try (CSVParser parser = CSVParser.parse(line, FORMAT)) {
      return parser.getRecords().stream().flatMap(CSVRecord::stream).toList();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      return List.of();
    }
  }

  private static String headerFault(List<String> cells) {
    return cells.equals(List.of("from", "to")) ? null : HEADER;
  }

  /** What was expected instead; null when the line is well formed. */
  private static String fault(List<String> cells, Map<String, Long> lineByFrom) {
    if (cells.size() != 2 || cells.get(0).isEmpty() || cells.get(1).isEmpty()) {
      return "a surface or actor_id, then an actor_id or " + Correction.DROP;
    }
    Long earlier = lineByFrom.get(cells.get(0));
    return earlier == null ? null : "something else than line " + earlier + " has";
  }
}
