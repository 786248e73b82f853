package io.nutgraf.text;

/**
 * How strongly two things go together, from four counts: the units that have both ({@code ab}), the
 * one ({@code a}), the other ({@code b}), and all units ({@code n}).
 *
 * <p>All are symmetric in a and b. Each wants {@code 1 <= ab <= min(a, b)} and {@code max(a, b) <=
 * n}. Copying the whole corpus k times leaves all of them as they are but {@link #g2}, which it
 * multiplies by k. PMI is in bits, G2 in natural logarithms, as published tables are.
 */
public final class Measures {
  private static final double LOG_2 = Math.log(2);

  private Measures() {}

  /**
   * How many times more often than by chance: n_ab n / (n_a n_b). S. Brin, R. Motwani, J. Ullman
   * and S. Tsur, "Dynamic itemset counting and implication rules for market basket data", SIGMOD
   * 1997, who call it interest.
   */
  public static double lift(long ab, long a, long b, long n) {
    return (double) ab * n / ((double) a * b);
  }

  /**
   * Pointwise mutual information in bits, log2 of the lift. K. W. Church and P. Hanks, "Word
   * association norms, mutual information, and lexicography", Computational Linguistics 16(1),
   * 1990.
   */
  public static double pmi(long ab, long a, long b, long n) {
    return log2(lift(ab, a, b, n));
  }

  /**
   * PMI over its greatest value, -log2(n_ab/n), so that 1 is always together and 0 is chance. G.
   * Bouma, "Normalized (pointwise) mutual information in collocation extraction", GSCL 2009. Not a
   * number where every unit has both.
   */
  public static double npmi(long ab, long a, long b, long n) {
    return pmi(ab, a, b, n) / -log2((double) ab / n);
  }

  /**
   * 2 n_ab / (n_a + n_b). L. R. Dice, "Measures of the amount of ecologic association between
   * species", Ecology 26(3), 1945.
   */
  public static double dice(long ab, long a, long b) {
    return 2.0 * ab / ((double) a + b);
  }

  /**
   * 14 + log2 of Dice's coefficient: at most 14, and one more is twice as strong. P. Rychly, "A
   * lexicographer-friendly association score", RASLAN 2008.
   */
  public static double logDice(long ab, long a, long b) {
    return 14 + log2(dice(ab, a, b));
  }

  /**
   * n_ab / (n_a + n_b - n_ab). P. Jaccard, "Étude comparative de la distribution florale dans une
   * portion des Alpes et du Jura", Bulletin de la Société vaudoise des sciences naturelles 37,
   * 1901.
   */
  public static double jaccard(long ab, long a, long b) {
    return ab / ((double) a + b - ab);
  }

  /**
   * n_ab / sqrt(n_a n_b). A. Ochiai, "Zoogeographical studies on the soleoid fishes found in Japan
   * and its neighbouring regions", Bulletin of the Japanese Society of Scientific Fisheries 22(9),
   * 1957.
   */
  public static double cosine(long ab, long a, long b) {
    return ab / Math.sqrt((double) a * b);
  }

  /**
   * Correlation of the two over all units, -1 to 1. K. Pearson, "On the correlation of characters
   * not quantitatively measurable", Philosophical Transactions of the Royal Society A 195, 1900,
   * and G. U. Yule, 1912. n phi^2 is chi-squared. Not a number where one of them is in every unit.
   */
  public static double phi(long ab, long a, long b, long n) {
    double both = (double) ab * (n - a - b + ab) - (double) (a - ab) * (b - ab);
    return both / Math.sqrt((double) a * (n - a) * b * (n - b));
  }

  /**
   * Log-likelihood ratio of dependence against independence, 2 sum O ln(O/E) over the four cells.
   * T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational
   * Linguistics 19(1), 1993. Unlike there, it is negative where the two are together less often
   * than by chance.
   */
  public static double g2(long ab, long a, long b, long n) {
    double total = n;
    double expected = a * (b / total);
    double sum =
        cell(ab, expected)
            + cell(a - ab, a * ((n - b) / total))
            + cell(b - ab, b * ((n - a) / total))
            + cell(n - a - b + ab, (n - a) * ((n - b) / total));
    double g2 = Math.max(0, 2 * sum);
    return ab < expected ? -g2 : g2;
  }

  private static double cell(long observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  private static double log2(double x) {
    return Math.log(x) / LOG_2;
  }
}
