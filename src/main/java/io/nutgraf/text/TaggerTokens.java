package io.nutgraf.text;

import java.util.Arrays;

/**
 * The tokens of one text: words, numbers and single marks. A hyphen stands alone, a possessive is
 * split off, an abbreviation keeps its full stop.
 */
final class TaggerTokens {
  final String text;
  int size;
  int[] starts;
  int[] ends;

  TaggerTokens(String text) {
    this.text = text;
    int guess = 16 + text.length() / 4;
    starts = new int[guess];
    ends = new int[guess];
    for (int at = 0; at < text.length(); ) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        at++;
      } else {
        int end = endOfToken(at, c);
        add(at, end);
        at = end;
      }
    }
  }

  private void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size++] = end;
  }

  private int endOfToken(int at, char first) {
    if (at + 1 < text.length() && Character.isSurrogatePair(first, text.charAt(at + 1))) {
      return at + 2;
    }
    if (isApostrophe(first) && isPossessive(at)) {
      return at + 2;
    }
    if (!isWord(first)) {
      return at + 1;
    }
    int end = at + 1;
    while (end < text.length() && (isWord(text.charAt(end)) || joins(at, end))) {
      end++;
    }
    return takesFullStop(at, end) ? end + 1 : end;
  }

  /**
   * Whether the mark at a place holds the word together: O'Brien, AT&T, 1,000, U.S, example.org.
   */
  private boolean joins(int start, int at) {
    if (at + 1 >= text.length() || !isWord(text.charAt(at + 1))) {
      return false;
    }
    char mark = text.charAt(at);
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    if (isApostrophe(mark)) {
      return !isPossessive(at) && Character.isLetter(before);
    }
    return switch (mark) {
      case '&' -> true;
      case ',' -> Character.isDigit(before) && Character.isDigit(after);
      case '.' ->
          Character.isDigit(after)
              ? Character.isDigit(before)
              : Character.isLowerCase(after) || isInitials(start, at);
      default -> false;
    };
  }

  private boolean isPossessive(int at) {
    return at + 1 < text.length()
        && (text.charAt(at + 1) == 's' || text.charAt(at + 1) == 'S')
        && (at + 2 == text.length() || !isWord(text.charAt(at + 2)));
  }

  private boolean takesFullStop(int start, int end) {
    return end < text.length()
        && text.charAt(end) == '.'
        && (isInitials(start, end)
            || (end + 1 < text.length() && TaggerAbbreviations.contains(text, start, end)));
  }

  /** Single letters with full stops between them: J, U.S, a.m. */
  private boolean isInitials(int start, int end) {
    if ((end - start & 1) == 0) {
      return false;
    }
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if ((i - start & 1) == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return end - start > 1 || Character.isUpperCase(text.charAt(start));
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }

  private static boolean isWord(char c) {
    return c < 128
        ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        : Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
