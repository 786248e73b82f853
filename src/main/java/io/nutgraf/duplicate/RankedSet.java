package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.ShingleBytes;

/** The keys of a paragraph, rarest first, and its place at each of them. */
final class RankedSet {
  private final CandidateKeys keys;
  private final int shingles;
  private final long[] ranks;

  /**
   * Puts hashes in order.
   *
   * @param hashes to choose keys from, of so many shingles
   */
  RankedSet(long[] hashes, int shingles, CandidateKeys keys, HashOrder order) {
    this.keys = keys;
    this.shingles = shingles;
    this.ranks = order.ranks(hashes);
  }

  /** Of shingles as {@link io.nutgraf.table.ShingleSets} has them. */
  static RankedSet of(byte[] set, CandidateKeys keys, HashOrder order) {
    long[] shingles = ShingleBytes.toLongs(set);
    return new RankedSet(keys.hashes(shingles), shingles.length, keys, order);
  }

  /** How many keys there are. */
  int prefix() {
    return keys.prefix(ranks.length);
  }

  long key(int i) {
    return ranks[i];
  }

  /** Of a paragraph with so many words. */
  long place(int i, int words, OverlapFilter filter) {
    return filter.place(shingles, words, keys.isPositional() ? i : 0);
  }
}
