package io.nutgraf.text;

import java.util.Arrays;

/** A fixed set of words, asked by the hash that {@link Tokens} gives them. */
public final class WordSet {
  private final long[] hashes;

  private WordSet(long[] hashes) {
    this.hashes = hashes;
  }

  /** The words of these texts. */
  public static WordSet of(String... texts) {
    Tokens tokens = new Tokens();
    tokens.read(String.join(" ", texts));
    long[] hashes = new long[tokens.size()];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = tokens.hash(i);
    }
    Arrays.sort(hashes);
    return new WordSet(hashes);
  }

  public boolean contains(long hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  /** Whether this token is one of the words. */
  public boolean contains(Tokens tokens, int token) {
    return contains(tokens.hash(token));
  }
}
