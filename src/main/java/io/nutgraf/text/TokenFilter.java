package io.nutgraf.text;

import java.util.List;

/**
 * Says of most tokens that they are not in a set: one bit for each token in it, of 32 bits at
 * least, so that one in 32 others is let through.
 */
final class TokenFilter {
  private static final int FEWEST_BITS = 1 << 10;

  private final long[] bits;
  private final int mask;

  TokenFilter(List<Long> tokens) {
    int size = Math.max(FEWEST_BITS, Integer.highestOneBit(tokens.size() + 1) << 5);
    bits = new long[size / Long.SIZE];
    mask = size - 1;
    for (long token : tokens) {
      bits[word(token)] |= 1L << token;
    }
  }

  boolean mayContain(long token) {
    return (bits[word(token)] & (1L << token)) != 0;
  }

  private int word(long token) {
    return ((int) token & mask) >>> 6;
  }
}
