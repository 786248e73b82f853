package io.nutgraf.text;

import java.io.Serializable;

/**
 * In how many paragraphs each hash occurs, never too low: one row of a count-min sketch (Cormode
 * and Muthukrishnan, 2005) with counts that stop at 255.
 *
 * <p>Two hashes in one slot make both look more frequent than they are. In an order of hashes by
 * frequency this costs speed and never changes what a complete join finds, so the sketch may be too
 * small for its corpus. A count of 1 is exact: no other paragraph has the hash.
 *
 * <p>Memory: one byte a slot. Sums of parts do not depend on how the corpus was divided.
 */
public final class HashCounts implements Serializable {
  /** Counts stop here. */
  public static final int MOST = 255;

  private static final long serialVersionUID = 1L;

  private final byte[] counts;

  /** All zero. */
  public HashCounts(int slots) {
    this(new byte[slots]);
  }

  /** Over these counts, which are not copied. */
  public HashCounts(byte[] counts) {
    if (Integer.bitCount(counts.length) != 1) {
      throw new IllegalArgumentException("slots must be a power of two, but are " + counts.length);
    }
    this.counts = counts;
  }

  /** A power of two with some four slots a hash, but no more than {@code most}. */
  public static int slotsFor(long hashes, int most) {
    long wanted = Math.max(1 << 10, 4 * hashes);
    return wanted >= most ? Integer.highestOneBit(most) : (int) Long.highestOneBit(2 * wanted - 1);
  }

  public void add(long hash) {
    int slot = slot(hash);
    if (counts[slot] != (byte) MOST) {
      counts[slot]++;
    }
  }

  public int count(long hash) {
    return counts[slot(hash)] & 0xFF;
  }

  private int slot(long hash) {
    return slot(hash, counts.length);
  }

  /** Told by the lowest bits of a hash, among a power of two of slots. */
  static int slot(long hash, int slots) {
    return (int) hash & (slots - 1);
  }

  /** The slots, not copied. */
  public byte[] counts() {
    return counts;
  }

  /** Adds one part's counts to another's, slot by slot. */
  public static void addAll(byte[] sum, byte[] part) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (byte) Math.min(MOST, (sum[i] & 0xFF) + (part[i] & 0xFF));
    }
  }
}
