package io.nutgraf.text;

import java.util.Arrays;

/** For each capitalised word the longest run of capitalised words it stands in elsewhere. */
final class TaggerRepeats {
  private static final int NONE = -1;

  private final TaggerWords words;
  private final TaggerLayout layout;

  /** The token that stands in the longest run, by the hash of its spelling. */
  private final int[] fullest;

  TaggerRepeats(TaggerWords words, TaggerLayout layout) {
    this.words = words;
    this.layout = layout;
    fullest = new int[Integer.highestOneBit(Math.max(1, words.size)) * 2];
    Arrays.fill(fullest, NONE);
    for (int i = 0; i < words.size; i++) {
      if (layout.runStart[i] >= 0 && words.kind[i] != TaggerWords.LETTER) {
        int slot = slot(i);
        if (fullest[slot] == NONE || runLength(i) > runLength(fullest[slot])) {
          fullest[slot] = i;
        }
      }
    }
  }

  /** A place where the same word stands in a run at least as long, but not this one; or -1. */
  int elsewhere(int i) {
    if (layout.runStart[i] < 0 || words.kind[i] == TaggerWords.LETTER) {
      return NONE;
    }
    int other = fullest[slot(i)];
    return other != NONE && layout.runStart[other] == layout.runStart[i] ? NONE : other;
  }

  private int runLength(int i) {
    return layout.runEnd[i] - layout.runStart[i];
  }

  private int slot(int i) {
    int mask = fullest.length - 1;
    int slot = words.spelling[i] & mask;
    while (fullest[slot] != NONE && words.spelling[fullest[slot]] != words.spelling[i]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
