package io.nutgraf.text;

import java.io.Serializable;
import java.util.BitSet;

/**
 * Which hashes more than one paragraph has, and a few others: where two hashes share a slot of the
 * counts, each is taken for shared. By a hash that is not, nobody can be met.
 *
 * <p>Memory: a bit a slot.
 */
public final class SharedHashes implements Serializable {
  private static final long serialVersionUID = 1L;

  private final BitSet shared;
  private final int slots;

  /**
   * Over these counts.
   *
   * @param early counts over some paragraphs
   * @param later counts over the others, in as many slots
   */
  public SharedHashes(HashCounts early, HashCounts later) {
    byte[] counts = early.counts();
    byte[] others = later.counts();
    this.shared = new BitSet(counts.length);
    this.slots = counts.length;
    for (int slot = 0; slot < counts.length; slot++) {
      if ((counts[slot] & 0xFF) + (others[slot] & 0xFF) > 1) {
        shared.set(slot);
      }
    }
  }

  /**
   * Whether more than one paragraph has it.
   *
   * @param rank of a hash, see {@link HashOrder}
   */
  public boolean hasRanked(long rank) {
    return shared.get(HashCounts.slot(HashOrder.bitsOf(rank), slots));
  }
}
