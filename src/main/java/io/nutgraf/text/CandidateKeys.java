package io.nutgraf.text;

import java.io.Serializable;

/**
 * Chooses by which hashes near copies are to meet: two paragraphs are compared when they have a key
 * in common. {@link PrefixKeys} misses nothing; the benchmark has MinHash bands beside it.
 */
public interface CandidateKeys extends Serializable {

  /** The hashes to choose from; their counts over the corpus give their order. */
  long[] hashes(long[] shingles);

  /** How many of them, rarest first, are keys. */
  int prefix(int hashes);

  /** True when a key's place among the ordered hashes bounds what two paragraphs can share. */
  boolean isPositional();
}
