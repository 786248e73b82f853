package io.nutgraf.text;

import java.util.Arrays;

/**
 * Paragraphs with the keys by which they meet others, as columns of numbers: key, place, paragraph
 * and {@link SetSignatures}. Memory: 56 bytes a record, 64 while sorting.
 */
public final class KeyRecords {
  private static final int NUMBERS = 3 + SetSignatures.LONGS;

  private long[] keys;
  private long[] places;
  private long[] paragraphs;
  private final SetSignatures signatures;
  private int size;

  public KeyRecords(int capacity) {
    keys = new long[capacity];
    places = new long[capacity];
    paragraphs = new long[capacity];
    signatures = new SetSignatures(capacity);
  }

  public int size() {
    return size;
  }

  public void clear() {
    size = 0;
  }

  /**
   * Adds a record.
   *
   * @param signature of the paragraph's shingles
   */
  public void add(long key, long place, long paragraph, long[] signature) {
    add(key, place, paragraph, signature, 0);
  }

  /** Adds the records of a block. */
  public void addBlock(byte[] block) {
    long[] numbers = ShingleBytes.toLongs(block);
    for (int i = 0; i < numbers.length; i += NUMBERS) {
      add(numbers[i], numbers[i + 1], numbers[i + 2], numbers, i + 3);
    }
  }

  private void add(long key, long place, long paragraph, long[] numbers, int signature) {
    if (size == keys.length) {
      int capacity = Math.max(16, 2 * size);
      keys = Arrays.copyOf(keys, capacity);
      places = Arrays.copyOf(places, capacity);
      paragraphs = Arrays.copyOf(paragraphs, capacity);
      signatures.grow(capacity);
    }
    keys[size] = key;
    places[size] = place;
    paragraphs[size] = paragraph;
    signatures.put(size, numbers, signature);
    size++;
  }

  /**
   * The records as one block for each group, in no particular order; null for a group without any.
   * Records of one key are always of one group.
   */
  public byte[][] blocks(int groups) {
    int[] ends = new int[groups];
    for (int i = 0; i < size; i++) {
      ends[groupOf(keys[i], groups)] += NUMBERS;
    }
    long[][] numbers = new long[groups][];
    for (int i = 0; i < size; i++) {
      int group = groupOf(keys[i], groups);
      if (numbers[group] == null) {
        numbers[group] = new long[ends[group]];
      }
      int at = ends[group] -= NUMBERS;
      numbers[group][at] = keys[i];
      numbers[group][at + 1] = places[i];
      numbers[group][at + 2] = paragraphs[i];
      signatures.copyTo(i, numbers[group], at + 3);
    }
    byte[][] blocks = new byte[groups][];
    for (int group = 0; group < groups; group++) {
      blocks[group] = numbers[group] == null ? null : ShingleBytes.of(numbers[group]);
    }
    return blocks;
  }

  /**
   * Hands all records to a join, sorted by key, size and paragraph: a crowd that shares many keys
   * then stands in the same order in all its buckets, and the same neighbours meet again. What is
   * in there as new and as known comes first as new.
   */
  public void joinSorted(BucketJoin join) {
    for (int i : sortedIndex()) {
      join.add(keys[i], paragraphs[i], places[i], signatures, i);
    }
    join.finish();
  }

  private static int groupOf(long key, int groups) {
    return (int) Long.remainderUnsigned(Hashes.mix(key), groups);
  }

  /** Merge sort, bottom up: it reads memory in order. */
  private int[] sortedIndex() {
    int[] from = new int[size];
    int[] to = new int[size];
    for (int i = 0; i < size; i++) {
      from[i] = i;
    }
    for (long width = 1; width < size; width *= 2) {
      for (long low = 0; low < size; low += 2 * width) {
        int middle = (int) Math.min(low + width, size);
        merge(from, to, (int) low, middle, (int) Math.min(low + 2 * width, size));
      }
      int[] merged = to;
      to = from;
      from = merged;
    }
    return from;
  }

  private void merge(int[] from, int[] to, int low, int middle, int high) {
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean isLeft = right >= high || (left < middle && compare(from[left], from[right]) <= 0);
      to[i] = isLeft ? from[left++] : from[right++];
    }
  }

  private int compare(int a, int b) {
    int byKey = Long.compare(keys[a], keys[b]);
    if (byKey != 0) {
      return byKey;
    }
    int bySize = Integer.compare(OverlapFilter.size(places[a]), OverlapFilter.size(places[b]));
    if (bySize != 0) {
      return bySize;
    }
    int byParagraph = Long.compare(paragraphs[a], paragraphs[b]);
    return byParagraph != 0
        ? byParagraph
        : Boolean.compare(OverlapFilter.isKnown(places[a]), OverlapFilter.isKnown(places[b]));
  }
}
