package io.nutgraf.text;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/**
 * The order in which hashes become keys, rarest first: by their counts over the early paragraphs,
 * so that later ones leave it as it is. A hash that no early paragraph has comes before all others.
 *
 * <p>The later paragraphs count only for which hashes one paragraph alone has: such a hash keeps
 * its place in the order, but nobody else can be met by it.
 *
 * <p>Memory: nine bits a slot.
 */
public final class HashOrder implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HASH_BITS = 54;
  private static final int ALONE_BITS = 1;

  private final HashCounts early;
  private final BitSet shared;

  private HashOrder(HashCounts early, BitSet shared) {
    this.early = early;
    this.shared = shared;
  }

  /**
   * Over these counts.
   *
   * @param early counts over the early paragraphs
   * @param later counts over the others, in as many slots
   */
  public static HashOrder of(HashCounts early, HashCounts later) {
    byte[] counts = early.counts();
    byte[] others = later.counts();
    BitSet shared = new BitSet(counts.length);
    for (int slot = 0; slot < counts.length; slot++) {
      if ((counts[slot] & 0xFF) + (others[slot] & 0xFF) > 1) {
        shared.set(slot);
      }
    }
    return new HashOrder(early, shared);
  }

  /** The same order, in which nothing is known of the later paragraphs and so no hash is alone. */
  public static HashOrder ofEarly(HashCounts early) {
    int slots = early.counts().length;
    BitSet shared = new BitSet(slots);
    shared.set(0, slots);
    return new HashOrder(early, shared);
  }

  /** The ranks of these hashes, ascending: in the order in which they become keys. */
  public long[] ranks(long[] hashes) {
    long[] ranks = new long[hashes.length];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = rank(hashes[i]);
    }
    Arrays.sort(ranks);
    return ranks;
  }

  /**
   * How many of a set's hashes come before each of some of them.
   *
   * @param ranks of those, ascending and none twice
   * @param hashes the whole set
   */
  public int[] positions(long[] ranks, long[] hashes) {
    if (ranks.length == 0) {
      return new int[0];
    }
    int[] before = new int[ranks.length + 1];
    for (long hash : hashes) {
      int found = Arrays.binarySearch(ranks, rank(hash));
      before[found >= 0 ? found + 1 : -found - 1]++;
    }
    for (int i = 1; i < ranks.length; i++) {
      before[i] += before[i - 1];
    }
    return Arrays.copyOf(before, ranks.length);
  }

  /**
   * The place of a hash in the order of all hashes, rarest first and never negative. Equal for two
   * hashes only when they have their count and 54 bits in common; a join that takes equal ranks for
   * equal hashes finds the more for it.
   */
  long rank(long hash) {
    long bits = bitsOf(hash);
    int alone = shared.get(early.slot(hash)) ? 0 : 1;
    return (long) early.count(hash) << (HASH_BITS + ALONE_BITS) | bits << ALONE_BITS | alone;
  }

  /** Those bits of a hash that are in its rank. */
  public static long bitsOf(long hash) {
    return hash >>> (Long.SIZE - HASH_BITS);
  }

  /** The bits of the hash that has this rank. */
  public static long bitsOfRanked(long rank) {
    return (rank >>> ALONE_BITS) & (-1L >>> (Long.SIZE - HASH_BITS));
  }

  /** True when no other paragraph has a hash of this rank. */
  public static boolean isAlone(long rank) {
    return (rank & 1) == 1;
  }
}
