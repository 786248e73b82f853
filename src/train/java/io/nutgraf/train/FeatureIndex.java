package io.nutgraf.train;

import java.util.Arrays;
import java.util.List;

/** Numbers the features that occur often enough, and puts the numbers in the chains. */
final class FeatureIndex {
  /** Rarer features are counted together by the first bits of their hash, which only adds a few. */
  private static final int COUNTER_SHIFT = 4;

  private static final int SLOT_BITS = 24;
  private static final int RARE = -1;

  private final int[] slots = new int[1 << SLOT_BITS];
  private final int[] numbers = new int[1 << SLOT_BITS];
  private int[] hashes = new int[1 << 20];
  private int[] counts = new int[1 << 20];
  private int size;

  FeatureIndex(List<Chain> chains, int minCount) {
    byte[] seen = new byte[1 << (Integer.SIZE - COUNTER_SHIFT)];
    for (Chain chain : chains) {
      for (int[] token : chain.features()) {
        for (int hash : token) {
          int at = hash >>> COUNTER_SHIFT;
          seen[at] = (byte) Math.min(seen[at] + 1, minCount);
        }
      }
    }
    for (Chain chain : chains) {
      for (int i = 0; i < chain.features().length; i++) {
        number(chain, i, seen, minCount);
      }
    }
  }

  int size() {
    return size;
  }

  int hash(int number) {
    return hashes[number];
  }

  int count(int number) {
    return counts[number];
  }

  private void number(Chain chain, int token, byte[] seen, int minCount) {
    int[] features = chain.features()[token];
    int kept = 0;
    int wordsFrom = 0;
    for (int f = 0; f < features.length; f++) {
      if (f == chain.wordsFrom()[token]) {
        wordsFrom = kept;
      }
      int number = seen[features[f] >>> COUNTER_SHIFT] < minCount ? RARE : number(features[f]);
      if (number != RARE) {
        features[kept++] = number;
        counts[number]++;
      }
    }
    chain.features()[token] = Arrays.copyOf(features, kept);
    chain.wordsFrom()[token] = (byte) wordsFrom;
  }

  private int number(int hash) {
    int slot = (hash * 0x9E3779B1) >>> (Integer.SIZE - SLOT_BITS);
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & (slots.length - 1);
    }
    if (slots[slot] == 0) {
      slots[slot] = hash;
      numbers[slot] = size;
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
      }
      hashes[size++] = hash;
    }
    return numbers[slot];
  }
}
