package io.nutgraf.text;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which of many numbered things are joined to each other: union-find with path halving (R. Tarjan,
 * J. van Leeuwen, 1984) on primitive arrays, the older of two roots staying root.
 *
 * <p>Memory: 12 bytes a thing and 8 to 16 for the table that finds it.
 */
public final class DisjointSets implements Serializable {
  private static final long serialVersionUID = 1L;

  private long[] things = new long[1 << 10];
  private int[] parents = new int[1 << 10];

  /** Place of a thing in the two arrays, plus one; 0 is a free slot. */
  private int[] table = new int[1 << 11];

  private int size;

  /** Says that two things belong together; either may be new. */
  public void join(long a, long b) {
    int rootA = root(indexOf(a));
    int rootB = root(indexOf(b));
    parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }

  /** A number that a thing has in common with those it belongs to; -1 for an unknown thing. */
  public int label(long thing) {
    int found = table[slotOf(thing)];
    if (found == 0) {
      return -1;
    }
    int i = found - 1;
    while (parents[i] != i) {
      i = parents[i];
    }
    return i;
  }

  /** Things known. */
  public int size() {
    return size;
  }

  private int root(int index) {
    int i = index;
    while (parents[i] != i) {
      parents[i] = parents[parents[i]];
      i = parents[i];
    }
    return i;
  }

  private int indexOf(long thing) {
    int slot = slotOf(thing);
    if (table[slot] == 0) {
      if (2 * (size + 1) > table.length) {
        grow();
        slot = slotOf(thing);
      }
      things[size] = thing;
      parents[size] = size;
      table[slot] = ++size;
    }
    return table[slot] - 1;
  }

  private int slotOf(long thing) {
    int slot = (int) Hashes.mix(thing) & (table.length - 1);
    while (table[slot] != 0 && things[table[slot] - 1] != thing) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  private void grow() {
    things = Arrays.copyOf(things, 2 * things.length);
    parents = Arrays.copyOf(parents, 2 * parents.length);
    table = new int[2 * table.length];
    for (int i = 0; i < size; i++) {
      table[slotOf(things[i])] = i + 1;
    }
  }
}
