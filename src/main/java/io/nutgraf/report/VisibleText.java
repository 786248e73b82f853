package io.nutgraf.report;

/**
 * Text of unknown origin made fit to look at: what would be invisible, or would turn the reading
 * order around, is shown as its code point.
 *
 * <p>Line breaks become spaces. Joiners stay, since words in Persian, Hindi and other scripts need
 * them. Against the tricks of N. Boucher and R. Anderson, "Trojan Source", 2021.
 */
final class VisibleText {
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int SOFT_HYPHEN = 0xAD;

  private VisibleText() {}

  /** Null becomes the empty text. */
  static String of(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints().forEach(codePoint -> append(visible, codePoint));
    return visible.toString();
  }

  private static void append(StringBuilder visible, int codePoint) {
    if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
      visible.append(' ');
    } else if (isHidden(codePoint)) {
      visible.append(String.format("\\u{%04X}", codePoint));
    } else {
      visible.appendCodePoint(codePoint);
    }
  }

  private static boolean isHidden(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE ->
          true;
      case Character.UNASSIGNED -> (codePoint & 0xFFFE) == 0xFFFE;
      case Character.FORMAT ->
          codePoint != ZERO_WIDTH_NON_JOINER
              && codePoint != ZERO_WIDTH_JOINER
              && codePoint != SOFT_HYPHEN;
      default -> false;
    };
  }
}
