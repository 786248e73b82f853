package io.nutgraf.text;

import java.util.Arrays;

/**
 * Keys that miss a known share: bands of a MinHash signature. Two sets of Jaccard similarity s meet
 * with P = 1 - (1 - s^rows)^bands.
 *
 * <p>One permutation of the shingles is cut into bands x rows bins and the least hash of each bin
 * kept (P. Li, A. Owen, C. Zhang, "One permutation hashing", 2012); an empty bin takes the value of
 * another, chosen by its own number (A. Shrivastava, "Optimal densification for fast and accurate
 * minwise hashing", 2017).
 *
 * @param bands keys of a paragraph
 * @param rows values in a key
 */
public record BandKeys(int bands, int rows) implements CandidateKeys {
  public BandKeys {
    if (bands < 1 || rows < 1) {
      throw new IllegalArgumentException(
          "bands and rows must be at least 1, but are " + bands + " and " + rows);
    }
  }

  @Override
  public long[] hashes(long[] shingles) {
    if (shingles.length == 0) {
      return new long[0];
    }
    long[] signature = signature(shingles);
    long[] keys = new long[bands];
    for (int band = 0; band < bands; band++) {
      long key = band;
      for (int row = 0; row < rows; row++) {
        key = Hashes.mix(key * Hashes.ODD + signature[band * rows + row]);
      }
      keys[band] = key;
    }
    return keys;
  }

  @Override
  public int prefix(int hashes) {
    return hashes;
  }

  @Override
  public boolean isPositional() {
    return false;
  }

  /** The least hash of each bin. */
  long[] signature(long[] shingles) {
    int bins = bands * rows;
    long[] least = new long[bins];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long shingle : shingles) {
      long value = Hashes.mix(shingle) >>> 1;
      int bin = (int) (((value >>> 31) * bins) >>> 32);
      least[bin] = Math.min(least[bin], value);
    }
    long[] dense = least.clone();
    for (int bin = 0; bin < bins; bin++) {
      for (long probe = bin; dense[bin] == Long.MAX_VALUE; ) {
        probe = Hashes.mix(probe + bins);
        dense[bin] = least[(int) Long.remainderUnsigned(probe, bins)];
      }
    }
    return dense;
  }
}
