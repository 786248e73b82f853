package io.nutgraf.text;

import java.io.Serializable;

/**
 * A set of hashes that misses none of its own and takes one in a thousand of the others for its
 * own: a Bloom filter (B. Bloom, 1970) in which all bits of a hash lie in one word, so that a look
 * at it reads memory once (F. Putze, P. Sanders, J. Singler, "Cache-, hash- and space-efficient
 * Bloom filters", 2007).
 *
 * <p>Memory: four to eight bytes a hash, in a power of two of words up to 256 MB; a set of more
 * hashes than that is for takes more of the others for its own.
 */
public final class BlockedBloomFilter implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final long HASHES_IN_WORD = 2;
  private static final long MOST_WORDS = 1 << 25;

  private final long[] words;
  private final int shift;

  /**
   * Empty.
   *
   * @param hashes that it is to hold
   */
  public BlockedBloomFilter(long hashes) {
    // At least two words, because a shift by 64 bits is none.
    long wanted = Math.max(2, Math.min(MOST_WORDS, hashes / HASHES_IN_WORD));
    int bits = Long.SIZE - Long.numberOfLeadingZeros(wanted - 1);
    this.words = new long[1 << bits];
    this.shift = Long.SIZE - bits;
  }

  public void add(long hash) {
    long mixed = Hashes.mix(hash);
    words[word(mixed)] |= mask(mixed);
  }

  public boolean mightContain(long hash) {
    long mixed = Hashes.mix(hash);
    long mask = mask(mixed);
    return (words[word(mixed)] & mask) == mask;
  }

  /**
   * Adds all hashes of another, made for as many.
   *
   * @return this
   */
  public BlockedBloomFilter addAll(BlockedBloomFilter other) {
    if (other.words.length != words.length) {
      throw new IllegalArgumentException(
          "the other must have as many words, %d, but has %d"
              .formatted(words.length, other.words.length));
    }
    for (int i = 0; i < words.length; i++) {
      words[i] |= other.words[i];
    }
    return this;
  }

  private int word(long mixed) {
    return (int) (mixed >>> shift);
  }

  /** Four bits, or fewer where some are the same. A shift takes the last six bits of its number. */
  private static long mask(long mixed) {
    return 1L << mixed | 1L << (mixed >>> 6) | 1L << (mixed >>> 12) | 1L << (mixed >>> 18);
  }
}
