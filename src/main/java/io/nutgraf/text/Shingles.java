package io.nutgraf.text;

import java.util.Arrays;

/**
 * The word 3-shingles of a paragraph's normal form, each as a 64-bit hash: a sorted array without
 * repeats, on which similarity is exact.
 *
 * <p>Shingling after A. Broder, "On the resemblance and containment of documents", 1997. A word is
 * hashed as it is read and a shingle is made of three word hashes, so no string is made. Two
 * different shingles of one pair of paragraphs share a hash with P of about n^2 / 2^64, n being the
 * number of shingles: 10^-16 for sixty.
 *
 * <p>Not thread-safe; holds one array as large as the longest paragraph seen.
 */
public final class Shingles {
  /** Words in a shingle. */
  public static final int WIDTH = 3;

  private static final int ASCII = 128;

  /** ASCII as in the normal form; 0 for a separator. */
  private static final char[] FOLDED_ASCII = new char[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      FOLDED_ASCII[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }
  }

  private long[] found = new long[256];
  private int n;
  private int words;
  private boolean isInWord;
  private long word;
  private long beforeLast;
  private long last;

  /** Shingles of a paragraph as written; empty for fewer than three words. */
  public long[] of(String paragraph) {
    if (!readAsWritten(paragraph)) {
      readNormalForm(NormalForm.of(paragraph));
    }
    Arrays.sort(found, 0, n);
    int kept = 0;
    for (int i = 0; i < n; i++) {
      if (i == 0 || found[i] != found[i - 1]) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  /** Shingles that two sorted arrays have in common. */
  public static int overlap(long[] a, long[] b) {
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      long x = a[i];
      long y = b[j];
      common += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
    return common;
  }

  /** Common shingles over all shingles of the two; 0 when both are empty. */
  public static double jaccard(long[] a, long[] b) {
    int common = overlap(a, b);
    int all = a.length + b.length - common;
    return all == 0 ? 0 : (double) common / all;
  }

  /** Share of the smaller set that is in the greater; 0 when the smaller is empty. */
  public static double containment(long[] a, long[] b) {
    int smaller = Math.min(a.length, b.length);
    return smaller == 0 ? 0 : (double) overlap(a, b) / smaller;
  }

  /** False, with nothing promised of what was found, when some character is not an easy one. */
  private boolean readAsWritten(String text) {
    start();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ASCII) {
        append(FOLDED_ASCII[c]);
      } else if (isPlainSeparator(c)) {
        append((char) 0);
      } else {
        return false;
      }
    }
    append((char) 0);
    return true;
  }

  private void readNormalForm(String normalForm) {
    start();
    for (int i = 0; i < normalForm.length(); i++) {
      char c = normalForm.charAt(i);
      append(c == ' ' ? 0 : c);
    }
    append((char) 0);
  }

  /** What news text has most beyond ASCII: no-break space, dashes, quotes, bullet, ellipsis. */
  private static boolean isPlainSeparator(char c) {
    return c == 0xA0
        || c == 0x2013
        || c == 0x2014
        || (c >= 0x2018 && c <= 0x201D)
        || c == 0x2022
        || c == 0x2026;
  }

  private void start() {
    n = 0;
    words = 0;
    isInWord = false;
    word = 0;
  }

  /** Takes a character of a word; 0 is a separator. */
  private void append(char c) {
    if (c != 0) {
      word = (word + c) * Hashes.ODD;
      isInWord = true;
    } else if (isInWord) {
      endWord();
      isInWord = false;
      word = 0;
    }
  }

  private void endWord() {
    long current = Hashes.mix(word);
    words++;
    if (words >= WIDTH) {
      if (n == found.length) {
        found = Arrays.copyOf(found, 2 * n);
      }
      found[n++] = Hashes.mix((beforeLast * Hashes.ODD + last) * Hashes.ODD + current);
    }
    beforeLast = last;
    last = current;
  }
}
