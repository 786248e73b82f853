package io.nutgraf.text;

/** Features of a token's own letters: kind, shape, first and last letters, the word. */
final class TaggerSpelling {
  private static final int LONGEST_AFFIX = 4;

  static void describe(TaggerText text, int i, TaggerFeatures features) {
    TaggerWords words = text.words;
    int mode = text.layout.mode[i];
    int kind = mode == TaggerLayout.USUAL ? words.kind[i] : 16 + words.kind[i];
    int starts = text.layout.startsSentence[i] ? 1 : 0;
    int touches = (words.touchesPrevious(i) ? 2 : 0) + (words.touchesPrevious(i + 1) ? 1 : 0);
    features.add(mode);
    features.add(kind);
    features.add(kind, starts * 4 + TaggerLexicon.usualCase(text.entry(i)));
    features.add(words.shape[i], mode);
    features.add(text.kind(i - 1) * 32 + kind, text.kind(i + 1));
    features.add(
        (text.kind(i - 2) * 16 + text.kind(i - 1)) * 32 + kind,
        text.kind(i + 1) * 16 + text.kind(i + 2));
    features.add(touches, kind);
    if (words.isWord(i)) {
      describeAffixes(words.tokens, i, features);
    }
  }

  private static void describeAffixes(TaggerTokens tokens, int i, TaggerFeatures features) {
    int start = tokens.starts[i];
    int end = tokens.ends[i];
    long prefix = TaggerHash.SEED;
    long suffix = TaggerHash.SEED;
    for (int length = 1; length <= LONGEST_AFFIX && start + length <= end; length++) {
      prefix = step(prefix, tokens.text.charAt(start + length - 1));
      suffix = step(suffix, tokens.text.charAt(end - length));
      if (length > 1) {
        features.add(TaggerHash.mix(prefix));
        features.add(TaggerHash.mix(suffix));
      }
    }
  }

  private static long step(long hash, char c) {
    return TaggerHash.step(hash, Character.toLowerCase(c));
  }

  /** The word itself, alone and with its neighbours. */
  static void describeWord(TaggerText text, int i, TaggerFeatures features) {
    int word = text.words.word[i];
    features.add(word);
    features.add(word, text.layout.mode[i] == TaggerLayout.USUAL ? 0 : 1);
    features.add(text.words.spelling[i], text.layout.startsSentence[i] ? 1 : 0);
    features.add(text.word(i - 1), word);
    features.add(word, text.word(i + 1));
    features.add(text.word(i - 1) * 31 + word, text.word(i + 1));
  }

  private TaggerSpelling() {}
}
