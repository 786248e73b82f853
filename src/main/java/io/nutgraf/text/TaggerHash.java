package io.nutgraf.text;

/**
 * Hashes of words, names and features. They are part of the model file: whoever changes them must
 * train anew.
 */
public final class TaggerHash {
  static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** One step over a UTF-16 unit (FNV-1a; G. Fowler, L. Noll and K.-P. Vo). */
  static long step(long hash, int unit) {
    return (hash ^ unit) * PRIME;
  }

  /** One step over the hash of a whole token. */
  static long stepToken(long hash, int token) {
    return hash * GOLDEN + token;
  }

  /** Mixes all bits into 32, never 0 (after the finaliser of MurmurHash3, A. Appleby). */
  static int mix(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 29)) * 0xc4ceb9fe1a85ec53L;
    int mixed = (int) (h >>> 32);
    return mixed == 0 ? 1 : mixed;
  }

  /** The hash of a feature: its template and two values. */
  static int feature(int template, int a, int b) {
    return mix((a * GOLDEN) ^ (b * 0xC2B2AE3D27D4EB4FL) + template * 0x165667B19E3779F9L);
  }

  /** The hash of a word as it is spelt. */
  public static int ofSpelling(CharSequence word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = step(hash, word.charAt(i));
    }
    return mix(hash);
  }

  /** The hash of a word, lower-cased letter by letter. */
  public static int ofLowerCased(CharSequence word) {
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      hash = step(hash, Character.toLowerCase(word.charAt(i)));
    }
    return mix(hash);
  }

  private TaggerHash() {}
}
