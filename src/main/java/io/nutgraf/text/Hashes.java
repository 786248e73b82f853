package io.nutgraf.text;

/** Arithmetic on 64-bit hashes. */
final class Hashes {
  /** Odd, so that multiplying loses nothing: 2^64 over the golden ratio (Knuth, 1973). */
  static final long ODD = 0x9E3779B97F4A7C15L;

  private Hashes() {}

  /** A one-to-one scrambling: the finaliser of SplitMix64 (Steele, Lea, Flood, 2014). */
  static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
