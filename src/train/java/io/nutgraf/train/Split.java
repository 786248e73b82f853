package io.nutgraf.train;

/** A stable, seeded hash that says which documents are kept apart for scoring. */
final class Split {
  private static final long SEED = 20261123;

  private Split() {}

  /** One document in three is for scoring only. */
  static boolean isTest(String document) {
    return Math.floorMod(hash(document), 3) == 0;
  }

  /** FNV-1a, 64 bits, with the finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  static long hash(String text) {
    long hash = 0xcbf29ce484222325L ^ SEED;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
