package io.nutgraf.text;

/**
 * The tree of all phrases as one table: (place in the tree, next token) to the place it leads to.
 * Open addressing with linear probing on primitive arrays, half full at most, 12 bytes a slot.
 *
 * <p>A key is one 64-bit mix of both; two of n keys meet with P = n^2 / 2^65, one in thirty million
 * for a million.
 */
final class PrefixTable {
  static final int ROOT = 0;
  static final int ABSENT = -1;

  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int places = 1;

  /** The place a token leads to; {@link #ABSENT} when no phrase goes on with it. */
  int next(int place, long token) {
    return values[slot(keys, key(place, token))] - 1;
  }

  /** The place a token leads to, made when it is not there yet. */
  int nextOrNew(int place, long token) {
    long key = key(place, token);
    int slot = slot(keys, key);
    if (values[slot] == 0) {
      if (2 * places >= keys.length) {
        grow();
        slot = slot(keys, key);
      }
      keys[slot] = key;
      values[slot] = ++places;
    }
    return values[slot] - 1;
  }

  /** Places made, the root included; they are numbered from 0. */
  int places() {
    return places;
  }

  private void grow() {
    long[] largerKeys = new long[2 * keys.length];
    int[] largerValues = new int[largerKeys.length];
    for (int i = 0; i < keys.length; i++) {
      if (values[i] != 0) {
        int slot = slot(largerKeys, keys[i]);
        largerKeys[slot] = keys[i];
        largerValues[slot] = values[i];
      }
    }
    keys = largerKeys;
    values = largerValues;
  }

  private static int slot(long[] keys, long key) {
    int mask = keys.length - 1;
    int slot = (int) (key >>> 32) & mask;
    while (keys[slot] != key && keys[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long key(int place, long token) {
    long mixed = (token + place * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    mixed ^= mixed >>> 31;
    // 0 marks an empty slot.
    return mixed == 0 ? 1 : mixed;
  }
}
