package io.nutgraf.text;

/** Which tokens of a text belong to a known name of several words, leftmost and longest first. */
public final class TaggerNames {
  /** The longest known name, in tokens. */
  private static final int LONGEST = 6;

  /** For each token: the kinds of the name, as bits, and two bits for its place; 0 outside. */
  final int[] marks;

  TaggerNames(TaggerWords words, TaggerLayout layout, TaggerLexicon lexicon) {
    marks = new int[words.size];
    int i = 0;
    while (i < words.size) {
      boolean mayStart = words.isCapital(i) || layout.mode[i] == TaggerLayout.SMALL;
      i += Math.max(1, mayStart ? mark(i, words, lexicon) : 0);
    }
  }

  private int mark(int first, TaggerWords words, TaggerLexicon lexicon) {
    int longest = 0;
    int kinds = 0;
    long hash = words.word[first];
    for (int i = first + 1; i < words.size && i < first + LONGEST; i++) {
      hash = TaggerHash.stepToken(hash, words.word[i]);
      int found = lexicon.nameKinds(TaggerHash.mix(hash));
      if (found != 0) {
        longest = i - first + 1;
        kinds = found;
      }
    }
    for (int i = 0; i < longest; i++) {
      int place = i == 0 ? 1 : i == longest - 1 ? 3 : 2;
      marks[first + i] = kinds << 2 | place;
    }
    return longest;
  }

  /** The hash of a name, by the tokens the tagger sees; 0 when it has too few or too many. */
  public static int hash(String name) {
    TaggerWords words = new TaggerWords(new TaggerTokens(name));
    if (words.size < 2 || words.size > LONGEST) {
      return 0;
    }
    long hash = words.word[0];
    for (int i = 1; i < words.size; i++) {
      hash = TaggerHash.stepToken(hash, words.word[i]);
    }
    return TaggerHash.mix(hash);
  }
}
