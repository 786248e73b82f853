package io.nutgraf.text;

/** Which part single characters play in {@link Tokens}. */
final class CharacterKinds {
  static final byte BLANK = 0;
  static final byte WORD = 1;

  /** Punctuation that no phrase runs across. */
  static final byte PAUSE = 2;

  /** Punctuation that ends a sentence. */
  static final byte STOP = 3;

  private static final byte[] ASCII = new byte[128];
  private static final char[] FOLDED = new char[128];

  static {
    for (char c = 0; c < 128; c++) {
      if (Character.isLetterOrDigit(c)) {
        ASCII[c] = WORD;
        FOLDED[c] = Character.toLowerCase(c);
      } else if (",;:()[]\"".indexOf(c) >= 0) {
        ASCII[c] = PAUSE;
      } else if (".!?\n\r".indexOf(c) >= 0) {
        ASCII[c] = STOP;
      }
    }
  }

  private CharacterKinds() {}

  static byte of(char c) {
    return c < 128 ? ASCII[c] : beyondAscii(c);
  }

  /** Lower case of a letter or digit, 0 for all else. */
  static char foldedAscii(char c) {
    return FOLDED[c];
  }

  /** One sign for all double quotes, one for all that end a sentence without a word for it. */
  static char foldedPunctuation(char c) {
    return switch (c) {
      case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB' -> '"';
      case '\u2015' -> '\u2014';
      case '\n', '\r', '\u2028', '\u2029' -> '\n';
      default -> c;
    };
  }

  private static byte beyondAscii(char c) {
    return switch (c) {
      case '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB', '\u2014', '\u2015' -> PAUSE;
      case '\u2026', '\u2028', '\u2029', '\u3002' -> STOP;
      default -> isWord(c) ? WORD : BLANK;
    };
  }

  private static boolean isWord(char c) {
    // A surrogate may start a letter: the word reader looks at the pair.
    if (Character.isHighSurrogate(c)) {
      return true;
    }
    String folded = FoldedLetters.fold(c);
    return !folded.isEmpty() && !folded.equals(FoldedLetters.NONE);
  }
}
