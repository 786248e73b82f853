package io.nutgraf.corpus;

/**
 * A string without control characters and lone surrogates, which many databases and every UTF-8
 * writer refuse or silently change. Each control character (U+0000 to U+001F except tab, line feed
 * and carriage return, and U+007F to U+009F) becomes one blank, each lone surrogate U+FFFD; so the
 * length in UTF-16 stays the same.
 *
 * @param isChanged whether anything was replaced
 */
record Cleaned(String value, boolean isChanged) {

  static Cleaned of(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (cleanAt(value, i) != value.charAt(i)) {
        return new Cleaned(cleanFrom(value, i), true);
      }
    }
    return new Cleaned(value, false);
  }

  /** Nothing to be seen: white space of any kind and characters without width. */
  boolean isBlank() {
    return value
        .codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  /** Bytes of the value in UTF-8. */
  long utf8Length() {
    long n = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      // Each half of a pair counts two of its four bytes; there are no lone ones left.
      n += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return n;
  }

  private static String cleanFrom(String value, int first) {
    StringBuilder clean = new StringBuilder(value);
    for (int i = first; i < value.length(); i++) {
      clean.setCharAt(i, cleanAt(value, i));
    }
    return clean.toString();
  }

  private static char cleanAt(String value, int i) {
    char c = value.charAt(i);
    if (Character.isISOControl(c)) {
      return c == '\t' || c == '\n' || c == '\r' ? c : ' ';
    }
    boolean isPaired =
        Character.isHighSurrogate(c)
            ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    return Character.isSurrogate(c) && !isPaired ? '\uFFFD' : c;
  }
}
