package io.nutgraf.corpus;

import java.io.IOException;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The rows of a split that is scanned record by record; one record is in memory at a time. */
final class ScannedRows implements SplitRows {
  private final Split split;
  private final RecordScanner scanner;
  private final RecordParser parser;
  private final ArticleMapper mapper;
  private long read;
  private long blank;
  private boolean isAtEnd;

  ScannedRows(Split split, RecordScanner scanner, RecordParser parser, ArticleMapper mapper) {
    this.split = split;
    this.scanner = scanner;
    this.parser = parser;
    this.mapper = mapper;
  }

  @Override
  public Row next() throws IOException {
    if (isAtEnd) {
      return null;
    }
    RawRecord record = scanner.next();
    while (record != null && record.isBlank()) {
      read++;
      blank++;
      record = scanner.next();
    }
    if (record == null) {
      isAtEnd = true;
      return RecordRows.summary(split.file(), split.start(), read, blank);
    }
    read++;
    Map<Field, String> fields = null;
    try {
      fields = parse(record);
      return RecordRows.article(split.file(), record.offset(), mapper.map(fields));
    } catch (RejectedException why) {
      RecordName name = fields == null ? RecordName.of(split.file()) : mapper.name(fields);
      return RecordRows.quarantined(split.file(), record, why, name);
    }
  }

  private Map<Field, String> parse(RawRecord record) throws RejectedException {
    if (scanner instanceof CsvScanner csv && csv.isQuoteOpen()) {
      throw new RejectedException(
          Reason.UNCLOSED_QUOTE,
          "a quote in this record is not closed before the end of the file, so nothing after it"
              + " could be told apart; close it");
    }
    if (!record.isWhole()) {
      throw new RejectedException(
          Reason.ARTICLE_TOO_LARGE,
          "the record is %d bytes, more than is held in memory; split it, or raise the limit"
              .formatted(record.length()));
    }
    return parser.parse(record);
  }

  @Override
  public void close() throws IOException {
    scanner.close();
  }
}
