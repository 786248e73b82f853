package io.nutgraf.text;

/** Reads characters beyond ASCII out of UTF-8 bytes. */
final class Utf8 {
  private Utf8() {}

  /** Bytes of the character that starts with this byte; 1 for a byte that starts none. */
  static int width(int lead) {
    if ((lead & 0xE0) == 0xC0) {
      return 2;
    }
    if ((lead & 0xF0) == 0xE0) {
      return 3;
    }
    return (lead & 0xF8) == 0xF0 ? 4 : 1;
  }

  /** The character at a place; -1 when its bytes go over the end or start none. */
  static int codePointAt(byte[] text, int i, int end) {
    int width = width(text[i]);
    if (width == 1) {
      return text[i] >= 0 ? text[i] : -1;
    }
    if (i + width > end) {
      return -1;
    }
    int codePoint = text[i] & (0x7F >> width);
    for (int k = 1; k < width; k++) {
      codePoint = (codePoint << 6) | (text[i + k] & 0x3F);
    }
    return codePoint;
  }
}
