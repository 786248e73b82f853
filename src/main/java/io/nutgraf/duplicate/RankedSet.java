package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;

/** The keys of a paragraph, rarest first, and its place at each. */
final class RankedSet {
  private final CandidateKeys keys;
  private final int words;
  private final int shingles;
  private final long[] ranks;

  /** Puts the hashes of these shingles in order. */
  RankedSet(long[] shingles, int words, CandidateKeys keys, HashOrder order) {
    this.keys = keys;
    this.words = words;
    this.shingles = shingles.length;
    this.ranks = order.ranks(keys.hashes(shingles));
  }

  /** How many keys there are. */
  int prefix() {
    return keys.prefix(ranks.length);
  }

  long key(int i) {
    return ranks[i];
  }

  long place(int i, OverlapFilter filter) {
    return filter.place(shingles, words, keys.isPositional() ? i : 0);
  }
}
