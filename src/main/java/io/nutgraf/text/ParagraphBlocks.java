package io.nutgraf.text;

/**
 * Walks over the non-blank blocks of a text in UTF-8, each without white space at its ends.
 *
 * <p>White space is what Unicode calls so, no-break spaces, zero-width spaces and byte order marks
 * included: a line of these is blank.
 */
final class ParagraphBlocks {
  private static final long LINE_FEEDS = EightBytes.of('\n');
  private static final long RETURNS = EightBytes.of('\r');

  private final byte[] text;
  private final boolean atLines;
  private int next;
  private int start;
  private int end;

  ParagraphBlocks(byte[] text, ParagraphBreak paragraphBreak) {
    this.text = text;
    this.atLines =
        switch (paragraphBreak) {
          case LINES -> true;
          case BLANK_LINES -> false;
          case AUTO -> !hasBlankLineInside(text);
        };
  }

  /** Steps to the next block; false at the end. */
  boolean advance() {
    start = -1;
    while (next < text.length) {
      int lineStart = next;
      int lineEnd = lineEnd(text, lineStart);
      next = lineEnd + 1;
      int first = skipSpace(text, lineStart, lineEnd);
      if (first < lineEnd) {
        start = start < 0 ? first : start;
        end = trimSpace(text, first, lineEnd);
        if (atLines) {
          return true;
        }
      } else if (start >= 0 && !isInsideCrLf(text, lineStart)) {
        return true;
      }
    }
    return start >= 0;
  }

  /** Offset of the block's first byte. */
  int start() {
    return start;
  }

  /** Offset after the block's last byte. */
  int end() {
    return end;
  }

  private static boolean hasBlankLineInside(byte[] text) {
    boolean isTextBefore = false;
    boolean isBlankBetween = false;
    for (int i = 0; i < text.length; ) {
      int lineEnd = lineEnd(text, i);
      if (skipSpace(text, i, lineEnd) < lineEnd) {
        if (isBlankBetween) {
          return true;
        }
        isTextBefore = true;
      } else {
        isBlankBetween = isTextBefore && (isBlankBetween || !isInsideCrLf(text, i));
      }
      i = lineEnd + 1;
    }
    return false;
  }

  private static int lineEnd(byte[] text, int from) {
    int i = from;
    for (; i <= text.length - Long.BYTES; i += Long.BYTES) {
      long eight = EightBytes.get(text, i);
      long ends = EightBytes.firstEqual(eight, LINE_FEEDS) | EightBytes.firstEqual(eight, RETURNS);
      if (ends != 0) {
        return i + EightBytes.first(ends);
      }
    }
    while (i < text.length && text[i] != '\n' && text[i] != '\r') {
      i++;
    }
    return i;
  }

  /** The empty stretch between CR and LF is no line. */
  private static boolean isInsideCrLf(byte[] text, int lineStart) {
    return lineStart > 0
        && lineStart < text.length
        && text[lineStart] == '\n'
        && text[lineStart - 1] == '\r';
  }

  private static int skipSpace(byte[] text, int from, int to) {
    int i = from;
    while (i < to) {
      int width = spaceWidth(text, i, to);
      if (width == 0) {
        return i;
      }
      i += width;
    }
    return to;
  }

  private static int trimSpace(byte[] text, int from, int to) {
    int i = to;
    while (i > from) {
      int c = i - 1;
      while (c > from && (text[c] & 0xC0) == 0x80) {
        c--;
      }
      if (spaceWidth(text, c, i) != i - c) {
        return i;
      }
      i = c;
    }
    return from;
  }

  /** Bytes of the white space character at this place; 0 when there is none. */
  private static int spaceWidth(byte[] text, int i, int to) {
    int b = text[i];
    if (b >= 0) {
      return Character.isWhitespace(b) ? 1 : 0;
    }
    return isSpace(Utf8.codePointAt(text, i, to)) ? Utf8.width(b) : 0;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
  }
}
