package io.nutgraf.text;

/**
 * How capitals are used in each sentence of a text, and which tokens can be part of a name at all.
 *
 * <p>In a sentence written as usual only capitalised tokens and their neighbours can; the others
 * are outside by definition and are not looked at, which halves the work. In a headline or in text
 * all in small letters any token can.
 */
final class TaggerLayout {
  static final int USUAL = 0;
  static final int TITLE = 1;
  static final int CAPITALS = 2;
  static final int SMALL = 3;

  final boolean[] startsSentence;
  final byte[] mode;
  final boolean[] candidate;

  /** For a capitalised token of a usual sentence: the first and last token of its run; else -1. */
  final int[] runStart;

  final int[] runEnd;
  private final TaggerWords words;

  TaggerLayout(TaggerWords words) {
    this.words = words;
    int size = words.size;
    startsSentence = new boolean[size];
    mode = new byte[size];
    candidate = new boolean[size];
    runStart = new int[size];
    runEnd = new int[size];
    int start = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || breaksBefore(i)) {
        startsSentence[start] = true;
        lay(start, i);
        start = i;
      }
    }
  }

  private boolean breaksBefore(int i) {
    TaggerTokens tokens = words.tokens;
    for (int at = tokens.ends[i - 1]; at < tokens.starts[i]; at++) {
      if (tokens.text.charAt(at) == '\n') {
        return true;
      }
    }
    if (words.kind[i] == TaggerWords.STOP || isClosing(i)) {
      return false;
    }
    return words.kind[i - 1] == TaggerWords.STOP
        || (isClosing(i - 1) && i > 1 && words.kind[i - 2] == TaggerWords.STOP);
  }

  /** Whether the token closes a quotation or a bracket, and so belongs to what stands before. */
  private boolean isClosing(int i) {
    return words.is(i, '”')
        || words.is(i, ')')
        || words.is(i, '’')
        || (words.is(i, '"') && words.touchesPrevious(i));
  }

  private void lay(int start, int end) {
    byte how = modeOf(start, end);
    for (int i = start; i < end; i++) {
      mode[i] = how;
      runStart[i] = -1;
      runEnd[i] = -1;
      candidate[i] =
          how != USUAL
              || words.isCapital(i)
              || (i > start && words.isCapital(i - 1))
              || (i + 1 < end && words.isCapital(i + 1));
    }
    if (how == USUAL) {
      markRuns(start, end);
    }
  }

  private byte modeOf(int start, int end) {
    int small = 0;
    int capital = 0;
    int all = 0;
    for (int i = start; i < end; i++) {
      int length = words.tokens.ends[i] - words.tokens.starts[i];
      if (words.kind[i] == TaggerWords.LOWER && length > 3) {
        small++;
      } else if (words.isCapital(i) && words.kind[i] != TaggerWords.LETTER) {
        capital++;
        if (words.kind[i] == TaggerWords.ALL_CAPITALS) {
          all++;
        }
      }
    }
    if (capital == 0) {
      return small > 2 ? (byte) SMALL : USUAL;
    }
    if (small == 0 && capital > 3) {
      return all * 4 >= capital * 3 ? (byte) CAPITALS : TITLE;
    }
    return USUAL;
  }

  private void markRuns(int start, int end) {
    for (int i = start; i < end; i++) {
      if (words.isCapital(i)) {
        int last = i;
        while ((last + 1 < end && words.isCapital(last + 1))
            || (last + 2 < end && words.isCapital(last + 2) && isHyphen(last + 1))) {
          last += words.isCapital(last + 1) ? 1 : 2;
        }
        for (int k = i; k <= last; k++) {
          runStart[k] = i;
          runEnd[k] = last;
        }
        i = last;
      }
    }
  }

  private boolean isHyphen(int i) {
    return words.is(i, '-') && words.touchesPrevious(i) && words.touchesPrevious(i + 1);
  }
}
