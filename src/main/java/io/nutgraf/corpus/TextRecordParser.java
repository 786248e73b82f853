package io.nutgraf.corpus;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain-text file as one article: identifier and source from its path, the day of publication
 * from a file name that starts with one ({@code 2007-09-10-budget.txt}).
 */
final class TextRecordParser implements RecordParser {
  private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?!\\d).*");

  private final InputFile file;
  private final String source;

  /**
   * @param source null for the name of the folder the file is in
   */
  TextRecordParser(InputFile file, String source) {
    this.file = file;
    this.source = source;
  }

  @Override
  public Map<Field, String> parse(RawRecord record) throws RejectedException {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.TEXT, record.decode());
    fields.put(Field.ARTICLE_ID, file.textId());
    fields.put(Field.SOURCE, source == null ? file.folderName() : source);
    fields.put(Field.PUBLISHED_AT, dayInName());
    return fields;
  }

  private String dayInName() {
    Matcher day = DAY.matcher(file.name());
    try {
      return day.matches() ? LocalDate.parse(day.group(1)).toString() : null;
    } catch (DateTimeParseException e) {
      return null; // A number that only looks like a day.
    }
  }
}
