package io.nutgraf.text;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The order in which hashes become keys, rarest first: by their counts over the early paragraphs,
 * so that later ones leave it as it is. A hash that no early paragraph has comes before all others.
 *
 * <p>Memory: eight bits a slot.
 */
public final class HashOrder implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int HASH_BITS = 54;
  private static final long BITS = -1L >>> (Long.SIZE - HASH_BITS);

  private final HashCounts early;

  /**
   * @param early counts over the early paragraphs
   */
  public HashOrder(HashCounts early) {
    this.early = early;
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

  /** The ranks of those hashes of shingles that are keys, ascending. */
  public long[] ranksOfKeys(long[] shingles, CandidateKeys keys) {
    long[] ranks = ranks(keys.hashes(shingles));
    return Arrays.copyOf(ranks, keys.prefix(ranks.length));
  }

  /**
   * The place of a hash in the order of all hashes, rarest first and never negative. Equal for two
   * hashes only when they have their count and 54 bits in common; a join that takes equal ranks for
   * equal hashes finds the more for it.
   */
  long rank(long hash) {
    return ((long) early.count(hash) << HASH_BITS) | (hash & BITS);
  }

  /** The bits of its hash that are in a rank, the lowest. */
  public static long bitsOf(long rank) {
    return rank & BITS;
  }
}
