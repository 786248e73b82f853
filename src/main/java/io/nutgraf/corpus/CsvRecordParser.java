package io.nutgraf.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One CSV record (RFC 4180) under the header of its file. An empty cell is an absent value. */
final class CsvRecordParser implements RecordParser {
  private final ColumnMapping mapping;
  private final List<String> header;

  private CsvRecordParser(ColumnMapping mapping, List<String> header) {
    this.mapping = mapping;
    this.header = header;
  }

  /**
   * @param header the first record of the file, null if it has none
   * @throws RejectedException {@link Reason#BAD_HEADER} if the records cannot be read under it
   */
  static CsvRecordParser of(RawRecord header, ColumnMapping mapping) throws RejectedException {
    if (header == null || header.isBlank() || !header.isWhole()) {
      throw new RejectedException(
          Reason.BAD_HEADER, "the file has no header; its first line must name the columns");
    }
    List<String> columns = names(header);
    if (mapping.find(Field.TEXT, columns).isEmpty()) {
      throw new RejectedException(
          Reason.BAD_HEADER,
          "the header has no column %s; found are %s. Map the right one to text"
              .formatted(mapping.textName(), columns));
    }
    Set<String> seen = new HashSet<>();
    Optional<String> twice = columns.stream().filter(column -> !seen.add(column)).findFirst();
    if (twice.isPresent()) {
      throw new RejectedException(
          Reason.BAD_HEADER, "the header names the column %s twice".formatted(twice.get()));
    }
    return new CsvRecordParser(mapping, columns);
  }

  @Override
  public Map<Field, String> parse(RawRecord record) throws RejectedException {
    List<String> cells = cells(record);
    if (cells.size() != header.size()) {
      throw new RejectedException(
          Reason.WRONG_COLUMNS,
          "the record has %d cells, the header %d".formatted(cells.size(), header.size()));
    }
    return mapping.pick(
        name -> {
          int column = header.indexOf(name);
          return column < 0 || cells.get(column).isEmpty() ? null : cells.get(column);
        });
  }

  private static List<String> names(RawRecord header) throws RejectedException {
    try {
      return cells(header).stream().map(String::strip).toList();
    } catch (RejectedException e) {
      throw new RejectedException(Reason.BAD_HEADER, "in the header: " + e.getMessage());
    }
  }

  private static List<String> cells(RawRecord record) throws RejectedException {
    try (CSVParser parser = CSVParser.parse(record.decode(), CSVFormat.RFC4180)) {
      List<CSVRecord> records = parser.getRecords();
      if (records.size() != 1) {
        throw new RejectedException(
            Reason.BAD_CSV, "a carriage return stands alone outside quotes");
      }
      return records.get(0).toList();
    } catch (UncheckedIOException | IOException | IllegalStateException e) {
      // The string is in memory: whatever fails is its form.
      throw new RejectedException(Reason.BAD_CSV, "not RFC 4180: " + e.getMessage());
    }
  }
}
