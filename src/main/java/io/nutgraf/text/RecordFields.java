package io.nutgraf.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.Predicate;

/**
 * What could be the value of a field in a record whose form is broken or not known.
 *
 * <p>That is all between one quote and the next, whichever of them opens, since a quote too many
 * must hide nothing; and all between commas, semicolons, tabs and line ends that do not stand in
 * quotes. In quotes they count too when the quotes of a record that is not JSON do not match up: in
 * CSV one such quote swallows the records after it. Of a line of JSON the bare values are fields,
 * and strings are read with and without their escapes. So a word inside a sentence in quotes is no
 * field, and a cell or a string of its own is.
 *
 * <p>Fields are trimmed; longer ones than 6,144 bytes are none (an identifier has 1024 characters
 * at most, an escape six bytes). One that is not UTF-8 is read as Latin-1. Linear in the record's
 * length, and nothing is kept but one field.
 */
public final class RecordFields {
  private static final int MAX_BYTES = 6 * 1024;
  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] bytes;
  private final Predicate<String> test;
  private final boolean isJson;
  private final boolean splitsInQuotes;

  private RecordFields(byte[] record, Predicate<String> test) {
    this.bytes = utf8(record);
    this.test = test;
    this.isJson = startsLikeJson();
    this.splitsInQuotes = !isJson && !quotesMatchUp();
  }

  /** Whether some field is as asked; looks no further than that one. */
  public static boolean any(byte[] record, Predicate<String> test) {
    return new RecordFields(record, test).any();
  }

  private boolean any() {
    int cell = 0;
    int string = 0;
    int piece = 0;
    boolean isQuoted = false;
    for (int i = 0; i < bytes.length; i++) {
      if (isPair(i)) {
        if (bytes[i] == '"') {
          // Outside of quotes there is nothing to double: it is one too many.
          if (!isQuoted && isString(piece, i)) {
            return true;
          }
          piece = i + 2;
        }
        i++;
      } else if (bytes[i] == '"') {
        if (isString(string, i)) {
          return true;
        }
        string = i + 1;
        piece = i + 1;
        isQuoted = !isQuoted;
      } else if (isSeparator(bytes[i]) && (!isQuoted || splitsInQuotes)) {
        if (isCell(cell, i)) {
          return true;
        }
        cell = i + 1;
      }
    }
    return isString(string, bytes.length) || isCell(cell, bytes.length);
  }

  /** An escaped quote, an escaped backslash, or a quote that CSV doubles: none of them ends. */
  private boolean isPair(int i) {
    if (i + 1 == bytes.length) {
      return false;
    }
    return (bytes[i] == '\\' && (bytes[i + 1] == '"' || bytes[i + 1] == '\\'))
        || (!isJson && bytes[i] == '"' && bytes[i + 1] == '"');
  }

  private boolean isString(int from, int to) {
    String field = field(from, to);
    return !field.isEmpty()
        && (test.test(field)
            || (field.indexOf('\\') >= 0 && test.test(JsonEscapes.resolve(field).strip())));
  }

  /** A cell of CSV without quotes, or a bare value of JSON with what stands around it. */
  private boolean isCell(int from, int to) {
    int start = from;
    int end = to;
    if (isJson) {
      for (int i = from; i < to; i++) {
        start = bytes[i] == ':' ? i + 1 : start;
      }
      while (start < end && isBracketOrBlank(bytes[start])) {
        start++;
      }
      while (start < end && isBracketOrBlank(bytes[end - 1])) {
        end--;
      }
    }
    for (int i = start; i < end; i++) {
      if (bytes[i] == '"') {
        return false; // What is in the quotes was seen already.
      }
    }
    String field = field(start, end);
    return !field.isEmpty() && test.test(field);
  }

  /** Trimmed; empty when it is too long. */
  private String field(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(bytes[start])) {
      start++;
    }
    while (start < end && isBlank(bytes[end - 1])) {
      end--;
    }
    if (end - start > MAX_BYTES) {
      return "";
    }
    String field = new String(bytes, start, end - start, UTF_8);
    return field.indexOf(REPLACEMENT) < 0
        ? field
        : new String(bytes, start, end - start, ISO_8859_1);
  }

  private boolean startsLikeJson() {
    for (byte b : bytes) {
      if (!isBlank(b)) {
        return b == '{' || b == '[';
      }
    }
    return false;
  }

  private boolean quotesMatchUp() {
    boolean isOpen = false;
    for (int i = 0; i < bytes.length; i++) {
      if (isPair(i)) {
        i++;
      } else if (bytes[i] == '"') {
        isOpen = !isOpen;
      }
    }
    return !isOpen;
  }

  /** A file in UTF-16 is rejected as a whole, and what it says can still be read. */
  private static byte[] utf8(byte[] record) {
    if (record.length < 2) {
      return record;
    }
    int first = record[0] & 0xFF;
    int second = record[1] & 0xFF;
    if ((first == 0xFE && second == 0xFF) || (first == 0xFF && second == 0xFE)) {
      return new String(record, UTF_16).getBytes(UTF_8);
    }
    if ((first == 0) != (second == 0)) {
      return new String(record, first == 0 ? UTF_16BE : UTF_16LE).getBytes(UTF_8);
    }
    return record;
  }

  private static boolean isSeparator(byte b) {
    return b == ',' || b == ';' || b == '\t' || b == '\n' || b == '\r';
  }

  private static boolean isBlank(byte b) {
    return b >= 0 && b <= ' ';
  }

  private static boolean isBracketOrBlank(byte b) {
    return isBlank(b) || b == '{' || b == '}' || b == '[' || b == ']';
  }
}
