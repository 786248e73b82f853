package io.nutgraf.text;

import io.nutgraf.setting.WrongSettingException;
import java.io.Serializable;

/**
 * What two sets of shingles must share to be near copies, and whether they still can, given where
 * they meet.
 *
 * <p>Length and positional filters after C. Xiao, W. Wang, X. Lin, J. Yu, "Efficient similarity
 * joins for near duplicate detection" (PPJoin), 2008. The positional one supposes that the pair
 * shares nothing before the place where it meets; so it may refuse a true pair where it meets
 * again, never where it meets first.
 *
 * @param jaccard lowest Jaccard similarity of a near copy
 * @param containment lowest share of the shorter paragraph's shingles in the longer that makes a
 *     near copy whatever the Jaccard similarity: a cut paragraph
 * @param minContainmentWords both must have so many words for that
 */
public record OverlapFilter(double jaccard, double containment, int minContainmentWords)
    implements Serializable {

  /** The bit that {@link #known} sets, so that known places are negative. */
  public static final long KNOWN = Long.MIN_VALUE;

  /** A place that is not known is sorted by size when its bits are shifted right by so many. */
  public static final int SIZE_SHIFT = 32;

  /** Against thresholds such as 0.7, which a double holds only nearly. */
  private static final double SLACK = 1e-9;

  public OverlapFilter {
    if (!(jaccard > 0 && jaccard <= 1 && containment > 0 && containment <= 1)) {
      throw new WrongSettingException(
          "jaccard and containment must be above 0 and at most 1, but are %s and %s"
              .formatted(jaccard, containment));
    }
    if (minContainmentWords < Shingles.WIDTH) {
      throw new WrongSettingException(
          "minContainmentWords must be at least %d, but is %d"
              .formatted(Shingles.WIDTH, minContainmentWords));
    }
  }

  /** The smallest whole number that is at least this, but for rounding. */
  static int atLeast(double share) {
    return (int) Math.ceil(share - SLACK);
  }

  /**
   * Where a paragraph meets others, in one number that sorts by size: its shingles, how many of
   * them come before the key, and whether it is long enough for containment.
   */
  public long place(int shingles, int words, int position) {
    return (long) shingles << SIZE_SHIFT
        | (long) position << 1
        | (words >= minContainmentWords ? 1 : 0);
  }

  /**
   * The place of a paragraph whose pairs with others so marked are known already: a join looks only
   * for those with a paragraph that is not.
   */
  public static long known(long place) {
    return place | KNOWN;
  }

  static boolean isKnown(long place) {
    return (place & KNOWN) != 0;
  }

  /** False when two paragraphs that first meet at these places cannot be near copies. */
  public boolean mayMatch(long a, long b) {
    return isEnough(a, b, Math.min(size(a) - position(a), size(b) - position(b)));
  }

  /** Whether two paragraphs at these places that share so many shingles are near copies. */
  boolean isEnough(long a, long b, int shared) {
    int sizeA = size(a);
    int sizeB = size(b);
    if (shared >= atLeast(jaccard / (1 + jaccard) * ((double) sizeA + sizeB))) {
      return true;
    }
    return (a & b & 1) == 1 && shared >= atLeast(containment * Math.min(sizeA, sizeB));
  }

  static int size(long place) {
    return (int) ((place & ~KNOWN) >>> SIZE_SHIFT);
  }

  private static int position(long place) {
    return (int) place >>> 1;
  }
}
