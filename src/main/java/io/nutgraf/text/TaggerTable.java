package io.nutgraf.text;

/** A set of hashes with a place for each: open addressing with linear probing; no hash is 0. */
final class TaggerTable {
  private static final double FULLEST = 0.7;

  private final int[] slots;
  private final int mask;

  TaggerTable(int[] hashes) {
    int capacity = 2;
    while (capacity * FULLEST < hashes.length) {
      capacity *= 2;
    }
    slots = new int[capacity];
    mask = capacity - 1;
    for (int hash : hashes) {
      slots[slot(hash)] = hash;
    }
  }

  int capacity() {
    return slots.length;
  }

  /** The place of a hash, below {@link #capacity}, or -1. */
  int find(int hash) {
    int slot = slot(hash);
    return slots[slot] == hash ? slot : -1;
  }

  /** The values of the hashes, each at its hash's place. */
  int[] place(int[] hashes, int[] values) {
    int[] placed = new int[slots.length];
    for (int i = 0; i < hashes.length; i++) {
      placed[find(hashes[i])] = values[i];
    }
    return placed;
  }

  private int slot(int hash) {
    int slot = ((hash * 0x9E3779B1) >>> 7) & mask;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
