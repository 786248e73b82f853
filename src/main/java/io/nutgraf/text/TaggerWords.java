package io.nutgraf.text;

/** What each token of a text looks like: its spelling as hashes, its shape and its kind. */
final class TaggerWords {
  static final int LOWER = 0;
  static final int CAPITALISED = 1;
  static final int ALL_CAPITALS = 2;
  static final int MIXED = 3;
  static final int LETTER = 4;
  static final int DIGITS = 5;
  static final int WITH_DIGITS = 6;
  static final int MARK = 7;
  static final int STOP = 8;

  /** Equal signs in a row count at most this often in a shape. */
  private static final int LONGEST_RUN = 2;

  final TaggerTokens tokens;
  final int size;

  /** Hash of the lower-cased token. */
  final int[] word;

  /** Hash of the token as it is spelt. */
  final int[] spelling;

  /** Hash of the token with a capital first letter and small others. */
  final int[] capitalised;

  final int[] shape;
  final byte[] kind;

  TaggerWords(TaggerTokens tokens) {
    this.tokens = tokens;
    size = tokens.size;
    word = new int[size];
    spelling = new int[size];
    capitalised = new int[size];
    shape = new int[size];
    kind = new byte[size];
    for (int i = 0; i < size; i++) {
      describe(i);
    }
  }

  private void describe(int i) {
    long lower = TaggerHash.SEED;
    long exact = TaggerHash.SEED;
    long title = TaggerHash.SEED;
    long shapes = TaggerHash.SEED;
    int capitals = 0;
    int smalls = 0;
    int digits = 0;
    int last = 0;
    int run = 0;
    int start = tokens.starts[i];
    for (int at = start; at < tokens.ends[i]; at++) {
      char c = tokens.text.charAt(at) == '’' ? '\'' : tokens.text.charAt(at);
      char small = lowerCase(c);
      lower = TaggerHash.step(lower, small);
      exact = TaggerHash.step(exact, c);
      title = TaggerHash.step(title, at == start ? Character.toUpperCase(c) : small);
      int sign = c;
      if (small != c) {
        capitals++;
        sign = 'X';
      } else if (Character.isLetter(c)) {
        smalls++;
        sign = 'x';
      } else if (Character.isDigit(c)) {
        digits++;
        sign = 'd';
      }
      run = sign == last ? run + 1 : 1;
      last = sign;
      if (run <= LONGEST_RUN) {
        shapes = TaggerHash.step(shapes, sign);
      }
    }
    word[i] = TaggerHash.mix(lower);
    spelling[i] = TaggerHash.mix(exact);
    capitalised[i] = TaggerHash.mix(title);
    shape[i] = TaggerHash.mix(shapes);
    kind[i] = (byte) kindOf(tokens.text.charAt(start), capitals, smalls, digits);
  }

  private static int kindOf(char first, int capitals, int smalls, int digits) {
    if (capitals + smalls == 0) {
      boolean stops = first == '.' || first == '!' || first == '?';
      return digits > 0 ? DIGITS : stops ? STOP : MARK;
    }
    if (capitals == 0) {
      return digits > 0 ? WITH_DIGITS : LOWER;
    }
    if (smalls == 0) {
      return capitals == 1 && digits == 0 ? LETTER : ALL_CAPITALS;
    }
    return capitals == 1 && lowerCase(first) != first ? CAPITALISED : MIXED;
  }

  private static char lowerCase(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
    return Character.toLowerCase(c);
  }

  /** Whether the token has letters. */
  boolean isWord(int i) {
    return kind[i] <= LETTER || kind[i] == WITH_DIGITS;
  }

  /** Whether the token has a capital letter. */
  boolean isCapital(int i) {
    return kind[i] >= CAPITALISED && kind[i] <= LETTER;
  }

  /** Whether nothing stands between this token and the one before it. */
  boolean touchesPrevious(int i) {
    return i > 0 && i < size && tokens.starts[i] == tokens.ends[i - 1];
  }

  /** Whether the token is this one sign. */
  boolean is(int i, char sign) {
    return i >= 0 && i < size && tokens.text.charAt(tokens.starts[i]) == sign;
  }
}
