package io.nutgraf.text;

import io.nutgraf.setting.WrongSettingException;

/**
 * Keys that miss nothing: in any fixed order of all shingles, two sets x and y of Jaccard
 * similarity t or more share one of the first |x| - ceil(t|x|) + 1 of x and as many of y.
 *
 * <p>Prefix filter after S. Chaudhuri, V. Ganti, R. Kaushik, "A primitive operator for similarity
 * joins", 2006, and R. Bayardo, Y. Ma, R. Srikant, "Scaling up all pairs similarity search", 2007.
 * The order is by frequency, rarest first: shingles of one paragraph alone come first and, being
 * able to meet nobody, are no keys at all.
 *
 * @param threshold lowest Jaccard similarity that must be found, above 0 and at most 1
 */
public record PrefixKeys(double threshold) implements CandidateKeys {
  public PrefixKeys {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new WrongSettingException(
          "threshold must be above 0 and at most 1, but is " + threshold);
    }
  }

  @Override
  public long[] hashes(long[] shingles) {
    return shingles;
  }

  @Override
  public int prefix(int hashes) {
    return hashes == 0 ? 0 : hashes - OverlapFilter.atLeast(threshold * hashes) + 1;
  }

  @Override
  public boolean isPositional() {
    return true;
  }
}
