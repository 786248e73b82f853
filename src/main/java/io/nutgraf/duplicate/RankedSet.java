package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.ShingleBytes;
import java.util.Arrays;
import java.util.function.LongPredicate;

/** The keys of a paragraph, or some of them, rarest first, and its place at each of them. */
final class RankedSet {
  private static final int USUALLY_WANTED = 4;
  private static final long[] NONE = {};

  private final CandidateKeys keys;
  private final int shingles;
  private final long[] ranks;
  private final int[] positions;
  private final int prefix;

  private RankedSet(CandidateKeys keys, int shingles, int hashes, long[] ranks, int[] positions) {
    this.keys = keys;
    this.shingles = shingles;
    this.ranks = ranks;
    this.positions = positions;
    this.prefix = firstAtLeast(keys.prefix(hashes), positions);
  }

  /**
   * All keys.
   *
   * @param set shingles as {@link io.nutgraf.table.ShingleSets} has them
   */
  static RankedSet of(byte[] set, CandidateKeys keys, HashOrder order) {
    long[] shingles = ShingleBytes.toLongs(set);
    long[] ranks = order.ranks(keys.hashes(shingles));
    int[] positions = new int[ranks.length];
    Arrays.setAll(positions, i -> i);
    return new RankedSet(keys, shingles.length, ranks.length, ranks, positions);
  }

  /** Only the keys whose hashes are wanted: the others are not put in order. */
  static RankedSet ofWanted(
      byte[] set, LongPredicate isWanted, CandidateKeys keys, HashOrder order) {
    long[] shingles = ShingleBytes.toLongs(set);
    long[] hashes = keys.hashes(shingles);
    long[] wanted = wanted(hashes, isWanted);
    long[] ranks = order.ranks(wanted);
    return new RankedSet(
        keys, shingles.length, hashes.length, ranks, order.positions(ranks, hashes));
  }

  /** How many keys there are. */
  int prefix() {
    return prefix;
  }

  long key(int i) {
    return ranks[i];
  }

  /** Of a paragraph with so many words. */
  long place(int i, int words, OverlapFilter filter) {
    return filter.place(shingles, words, keys.isPositional() ? positions[i] : 0);
  }

  private static long[] wanted(long[] hashes, LongPredicate isWanted) {
    long[] wanted = NONE;
    int size = 0;
    for (long hash : hashes) {
      if (isWanted.test(hash)) {
        if (size == wanted.length) {
          wanted = Arrays.copyOf(wanted, Math.max(USUALLY_WANTED, 2 * size));
        }
        wanted[size] = hash;
        size++;
      }
    }
    return Arrays.copyOf(wanted, size);
  }

  private static int firstAtLeast(int limit, int[] ascending) {
    int i = 0;
    while (i < ascending.length && ascending[i] < limit) {
      i++;
    }
    return i;
  }
}
