package io.nutgraf.text;

/** A text as the tagger sees it: its tokens and what is known of each. */
final class TaggerText {
  private static final int NONE = 0x5bd1e995;
  private static final int NO_KIND = 15;

  final TaggerWords words;
  final TaggerLayout layout;
  final TaggerRepeats repeats;
  final TaggerNames names;
  private final TaggerLexicon lexicon;
  private final int[] entries;
  private final int[] groups;

  TaggerText(String text, TaggerLexicon lexicon) {
    this.lexicon = lexicon;
    words = new TaggerWords(new TaggerTokens(text));
    layout = new TaggerLayout(words);
    repeats = new TaggerRepeats(words, layout);
    names = new TaggerNames(words, layout, lexicon);
    entries = new int[words.size];
    groups = new int[words.size];
    for (int i = 0; i < words.size; i++) {
      if (words.isWord(i) && isNearCandidate(i)) {
        entries[i] = lexicon.entry(words.word[i]);
        int group = lexicon.group(words.spelling[i]);
        groups[i] = group == 0 ? lexicon.group(words.capitalised[i]) : group;
      }
    }
  }

  /** Features look two tokens away, and no further. */
  private boolean isNearCandidate(int i) {
    for (int k = Math.max(0, i - 2); k <= Math.min(words.size - 1, i + 2); k++) {
      if (layout.candidate[k]) {
        return true;
      }
    }
    return false;
  }

  private boolean has(int i) {
    return i >= 0 && i < words.size;
  }

  /** The word at a place; numbers of one shape are the same word. */
  int word(int i) {
    if (!has(i)) {
      return NONE;
    }
    return words.kind[i] == TaggerWords.DIGITS ? words.shape[i] : words.word[i];
  }

  int kind(int i) {
    return has(i) ? words.kind[i] : NO_KIND;
  }

  int entry(int i) {
    return has(i) ? entries[i] : 0;
  }

  int group(int i) {
    return has(i) ? groups[i] : 0;
  }

  int mark(int i) {
    return has(i) ? names.marks[i] : 0;
  }

  int places(int i) {
    return TaggerLexicon.places(entry(i));
  }

  int path(int i, int bits) {
    return lexicon.path(entry(i), bits);
  }

  int wholePath(int i) {
    return lexicon.path(entry(i), TaggerLexicon.WHOLE_PATH);
  }
}
