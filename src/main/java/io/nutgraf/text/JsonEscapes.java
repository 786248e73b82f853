package io.nutgraf.text;

/** The escapes of JSON strings (RFC 8259, section 7), where no parser could read the whole. */
final class JsonEscapes {
  private static final int HEX_DIGITS = 4;

  private JsonEscapes() {}

  /** A string without its escapes; what is none stays as it is. */
  static String resolve(String escaped) {
    StringBuilder plain = new StringBuilder(escaped.length());
    int i = 0;
    while (i < escaped.length()) {
      char c = escaped.charAt(i);
      if (c == '\\' && i + 1 < escaped.length()) {
        char kind = escaped.charAt(i + 1);
        int codeUnit = kind == 'u' ? codeUnit(escaped, i + 2) : -1;
        if (codeUnit >= 0) {
          plain.append((char) codeUnit);
          i += 2 + HEX_DIGITS;
        } else {
          plain.append(character(kind));
          i += 2;
        }
      } else {
        plain.append(c);
        i++;
      }
    }
    return plain.toString();
  }

  private static String character(char kind) {
    return switch (kind) {
      case '"', '/', '\\' -> String.valueOf(kind);
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      default -> "\\" + kind;
    };
  }

  /** Four hexadecimal digits; -1 when they are something else. */
  private static int codeUnit(String text, int from) {
    if (from + HEX_DIGITS > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + HEX_DIGITS; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = 16 * value + digit;
    }
    return value;
  }
}
