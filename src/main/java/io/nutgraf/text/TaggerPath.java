package io.nutgraf.text;

import java.util.stream.IntStream;

/**
 * The best sequence of tags for a chain of tokens (A. Viterbi, "Error Bounds for Convolutional
 * Codes", IEEE Transactions on Information Theory 13(2), 1967), among those in which every name
 * that is opened is closed.
 */
final class TaggerPath {
  private static final int TAGS = TaggerTags.SIZE;
  private static final int IMPOSSIBLE = Integer.MIN_VALUE / 2;

  /** For each tag those that may stand before it. */
  private static final int[][] BEFORE = new int[TAGS][];

  static {
    for (int tag = 0; tag < TAGS; tag++) {
      int second = tag;
      BEFORE[tag] =
          IntStream.range(0, TAGS).filter(first -> TaggerTags.follows(first, second)).toArray();
    }
  }

  /**
   * @param scores of each tag at each token, token by token
   * @param transitions of one tag after another; before and after the chain stands outside
   */
  static int[] best(int[] scores, int[] transitions) {
    int length = scores.length / TAGS;
    byte[] from = new byte[scores.length];
    int[] sums = new int[TAGS];
    for (int tag = 0; tag < TAGS; tag++) {
      sums[tag] = TaggerTags.isEntry(tag) ? scores[tag] + transitions[tag] : IMPOSSIBLE;
    }
    for (int i = 1; i < length; i++) {
      int[] longer = new int[TAGS];
      for (int tag = 0; tag < TAGS; tag++) {
        int best = IMPOSSIBLE;
        for (int first : BEFORE[tag]) {
          int sum = sums[first] + transitions[first * TAGS + tag];
          if (sum > best) {
            best = sum;
            from[i * TAGS + tag] = (byte) first;
          }
        }
        longer[tag] = best + scores[i * TAGS + tag];
      }
      sums = longer;
    }
    int[] tags = new int[length];
    int tag = bestLast(sums, transitions);
    for (int i = length - 1; i >= 0; i--) {
      tags[i] = tag;
      tag = from[i * TAGS + tag];
    }
    return tags;
  }

  private static int bestLast(int[] sums, int[] transitions) {
    int last = TaggerTags.OUTSIDE;
    int best = IMPOSSIBLE;
    for (int tag = 0; tag < TAGS; tag++) {
      int sum = sums[tag] + transitions[tag * TAGS];
      if (TaggerTags.isExit(tag) && sum > best) {
        best = sum;
        last = tag;
      }
    }
    return last;
  }

  private TaggerPath() {}
}
