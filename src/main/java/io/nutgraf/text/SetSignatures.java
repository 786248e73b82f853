package io.nutgraf.text;

import java.util.Arrays;

/**
 * Signatures of sets, by which most sets that share too little are told from each other without a
 * look at them, and none that shares enough is refused.
 *
 * <p>A signature is a bitmap in which each hash of the set turns one bit over. Two bitmaps differ
 * in no more bits than there are hashes in one of the sets alone, so |A and B| is at most (|A| +
 * |B| - bits that differ) / 2. The bitmap filter ("Bitmap-Xor") of E. Sandes, G. Teodoro, A. Melo,
 * "Bitmap filter: speeding up exact set similarity joins with bitwise operations", 2020.
 *
 * <p>With 256 bits it tells sets of up to some 150 hashes apart, which is a paragraph of three
 * times the usual length; longer ones pass more often. Memory: 32 bytes a set.
 */
public final class SetSignatures {
  /** Numbers in a signature. */
  static final int LONGS = 4;

  private static final int BITS = LONGS * Long.SIZE;

  private long[] bits;

  /** Of so many sets, as if all of them were empty. */
  SetSignatures(int sets) {
    bits = new long[sets * LONGS];
  }

  /** The signature of one set. */
  public static long[] of(long[] hashes) {
    long[] signature = new long[LONGS];
    for (long hash : hashes) {
      int bit = (int) Hashes.mix(hash) & (BITS - 1);
      signature[bit / Long.SIZE] ^= 1L << bit;
    }
    return signature;
  }

  /** Puts a signature, which begins at a place in the numbers, where that of a set is. */
  void put(int set, long[] numbers, int start) {
    System.arraycopy(numbers, start, bits, set * LONGS, LONGS);
  }

  /** Puts that of another's set where that of a set is. */
  void put(int set, SetSignatures other, int otherSet) {
    put(set, other.bits, otherSet * LONGS);
  }

  /** Writes that of a set into numbers. */
  void copyTo(int set, long[] numbers, int start) {
    System.arraycopy(bits, set * LONGS, numbers, start, LONGS);
  }

  /** Makes room for so many sets. */
  void grow(int sets) {
    bits = Arrays.copyOf(bits, sets * LONGS);
  }

  /** How many hashes two sets of these sizes can share. */
  int mostShared(int a, int sizeA, int b, int sizeB) {
    int differ = 0;
    for (int i = 0; i < LONGS; i++) {
      differ += Long.bitCount(bits[a * LONGS + i] ^ bits[b * LONGS + i]);
    }
    return (sizeA + sizeB - differ) / 2;
  }
}
