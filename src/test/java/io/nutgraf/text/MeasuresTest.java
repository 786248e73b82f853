package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuresTest {
  /** Words of the New York Times in Manning and Schuetze 1999, chapter 5. */
  private static final long NEW_YORK_TIMES = 14_307_668;

  /** Dunning 1993, table 1: bigrams of a Swiss bank's text, by their four cells. */
  @ParameterizedTest(name = "{5}: {0}")
  @CsvSource({
    "270.72, 110, 2442, 111, 29114, the swiss",
    "263.90, 29, 13, 123, 31612, can be",
    "256.84, 31, 23, 139, 31584, previous year",
    "167.23, 10, 0, 3, 31764, mineral water",
    "157.21, 76, 104, 2476, 29121, at the",
    "157.03, 16, 16, 51, 31694, real terms",
    "146.80, 9, 0, 5, 31763, natural gas",
    "115.02, 16, 0, 865, 30896, owing to",
    "104.53, 10, 9, 41, 31717, health insurance",
    "100.96, 8, 2, 27, 31740, stiff competition",
    "98.72, 12, 111, 14, 31640, is likely",
    "95.29, 8, 5, 24, 31740, qualified personnel",
    "94.50, 10, 93, 6, 31668, an estimated",
    "91.40, 12, 111, 21, 31633, is expected",
    "81.55, 10, 45, 35, 31687, 1 2",
    "76.30, 5, 13, 0, 31759, balance sheet",
    "73.35, 16, 2536, 1, 29224, the united",
    "68.96, 6, 2, 45, 31724, accident insurance",
    "68.61, 24, 43, 1316, 30394, terms of",
    "61.61, 3, 0, 0, 31774, natel c",
    "60.77, 6, 92, 2, 31677, will probably",
    "57.44, 4, 11, 1, 31761, great deal",
    "57.14, 13, 7, 1327, 30430, part of",
    "53.98, 4, 1, 18, 31754, waste paper"
  })
  void logLikelihoodIsDunnings(
      String printed, long both, long onlyA, long onlyB, long neither, String bigram) {
    assertThat(printed(2, g2OfCells(both, onlyA, onlyB, neither))).as(bigram).isEqualTo(printed);
  }

  /** The examples in the tests of Apache Mahout's LogLikelihood. */
  @ParameterizedTest
  @CsvSource({
    "2.772589, 6, 1, 0, 0, 1",
    "27.72589, 5, 10, 0, 0, 10",
    "39.33052, 5, 5, 1995, 0, 100000",
    "4730.737, 3, 1000, 1995, 1000, 100000",
    "5734.343, 3, 1000, 1000, 1000, 100000",
    "5714.932, 3, 1000, 1000, 1000, 99000"
  })
  void logLikelihoodIsMahouts(
      String printed, int digits, long both, long onlyA, long onlyB, long neither) {
    assertThat(printed(digits, g2OfCells(both, onlyA, onlyB, neither))).isEqualTo(printed);
  }

  @Test
  void logLikelihoodIsNegativeBelowChance() {
    assertThat(printed(6, g2OfCells(0, 1, 1, 0))).isEqualTo("-2.772589");
    assertThat(g2OfCells(36, 21928, 60280, 623876)).isNegative();
    assertThat(g2OfCells(904, 21060, 1144, 283012)).isPositive();
    assertThat(Measures.g2(25, 50, 50, 100)).isZero();
  }

  /** Manning and Schuetze 1999, table 5.14. */
  @ParameterizedTest(name = "{4}: {0}")
  @CsvSource({
    "18.38, 42, 20, 20, Ayatollah Ruhollah",
    "17.98, 41, 27, 20, Bette Midler",
    "16.31, 30, 117, 20, Agatha Christie",
    "15.94, 77, 59, 20, videocassette recorder",
    "15.19, 24, 320, 20, unsalted butter",
    "1.09, 14907, 9017, 20, first made",
    "1.01, 13484, 10570, 20, over many",
    "0.53, 14734, 13478, 20, into them",
    "0.46, 14093, 14776, 20, like people",
    "0.29, 15019, 15629, 20, time last"
  })
  void mutualInformationIsManningAndSchuetzes(
      String printed, long a, long b, long ab, String bigram) {
    assertThat(printed(2, Measures.pmi(ab, a, b, NEW_YORK_TIMES))).as(bigram).isEqualTo(printed);
  }

  /** Church and Hanks 1990, table 1. Their corpus had "15 million words": 14.84 fits every row. */
  @ParameterizedTest(name = "{4} {5}: {0}")
  @CsvSource({
    "11.3, 12, 111, 621, honorary, doctor",
    "11.3, 8, 1105, 44, doctors, dentists",
    "10.7, 30, 1105, 241, doctors, nurses",
    "9.4, 8, 1105, 154, doctors, treating",
    "9.0, 6, 275, 621, examined, doctor",
    "8.9, 11, 1105, 317, doctors, treat",
    "8.7, 25, 621, 1407, doctor, bills",
    "8.7, 6, 621, 350, doctor, visits",
    "8.6, 19, 1105, 676, doctors, hospitals",
    "8.4, 6, 241, 1105, nurses, doctors",
    "0.96, 6, 621, 73785, doctor, with",
    "0.95, 41, 284690, 1105, a, doctors",
    "0.93, 12, 84716, 1105, is, doctors"
  })
  void mutualInformationIsChurchAndHanks(
      String printed, long ab, long a, long b, String first, String second) {
    int digits = printed.length() - printed.indexOf('.') - 1;

    assertThat(printed(digits, Measures.pmi(ab, a, b, 14_840_000)))
        .as(first + " " + second)
        .isEqualTo(printed);
  }

  /** Manning and Schuetze 1999, 5.3.3: chi-squared, which is n phi squared. */
  @Test
  void phiIsTheRootOfChiSquaredOverN() {
    double newCompanies = Measures.phi(8, 15_828, 4_675, NEW_YORK_TIMES);
    double vacheAndCow = Measures.phi(59, 67, 65, 571_007);

    assertThat(printed(2, NEW_YORK_TIMES * newCompanies * newCompanies)).isEqualTo("1.55");
    assertThat(printed(-2, 571_007 * vacheAndCow * vacheAndCow)).isEqualTo("456400");
  }

  @Test
  void theLimitsAreWhereTheyShouldBe() {
    // Always together, in 4 of 16 units.
    assertThat(Measures.lift(4, 4, 4, 16)).isEqualTo(4);
    assertThat(Measures.pmi(4, 4, 4, 16)).isEqualTo(2);
    assertThat(Measures.npmi(4, 4, 4, 16)).isEqualTo(1);
    assertThat(Measures.dice(4, 4, 4)).isEqualTo(1);
    assertThat(Measures.logDice(4, 4, 4)).isEqualTo(14);
    assertThat(Measures.jaccard(4, 4, 4)).isEqualTo(1);
    assertThat(Measures.cosine(4, 4, 4)).isEqualTo(1);
    assertThat(Measures.phi(4, 4, 4, 16)).isEqualTo(1);
    // By chance: 25 of 100 where both are in half.
    assertThat(Measures.npmi(25, 50, 50, 100)).isZero();
    assertThat(Measures.phi(25, 50, 50, 100)).isZero();
    // In every unit.
    assertThat(Measures.npmi(9, 9, 9, 9)).isNaN();
    assertThat(Measures.phi(9, 9, 9, 9)).isNaN();
    assertThat(Measures.g2(9, 9, 9, 9)).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void symmetricAndBoundedAndTheSameForCopies(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      long ab = 1L + random.nextInt(1000);
      long a = ab + random.nextInt(1000);
      long b = ab + random.nextInt(1000);
      long n = a + b - ab + 1 + random.nextInt(100_000);
      long k = 2L + random.nextInt(5);

      assertThat(Measures.lift(ab, b, a, n)).isEqualTo(Measures.lift(ab, a, b, n));
      assertThat(Measures.g2(ab, b, a, n)).isCloseTo(Measures.g2(ab, a, b, n), within(1e-6));
      assertThat(Measures.phi(ab, b, a, n)).isCloseTo(Measures.phi(ab, a, b, n), within(1e-12));
      assertThat(Measures.npmi(ab, a, b, n)).isBetween(-1 - 1e-12, 1 + 1e-12);
      assertThat(Measures.phi(ab, a, b, n)).isBetween(-1 - 1e-12, 1 + 1e-12);
      assertThat(Measures.jaccard(ab, a, b)).isLessThanOrEqualTo(Measures.dice(ab, a, b));
      assertThat(Measures.dice(ab, a, b)).isLessThanOrEqualTo(Measures.cosine(ab, a, b) + 1e-12);

      assertThat(Measures.pmi(k * ab, k * a, k * b, k * n))
          .isCloseTo(Measures.pmi(ab, a, b, n), within(1e-9));
      assertThat(Measures.phi(k * ab, k * a, k * b, k * n))
          .isCloseTo(Measures.phi(ab, a, b, n), within(1e-9));
      assertThat(Measures.g2(k * ab, k * a, k * b, k * n))
          .isCloseTo(k * Measures.g2(ab, a, b, n), within(1e-4));
    }
  }

  private static double g2OfCells(long both, long onlyA, long onlyB, long neither) {
    return Measures.g2(both, both + onlyA, both + onlyB, both + onlyA + onlyB + neither);
  }

  private static String printed(int digits, double x) {
    if (digits < 0) {
      double unit = Math.pow(10, -digits);
      return String.format(Locale.ROOT, "%.0f", Math.round(x / unit) * unit);
    }
    return String.format(Locale.ROOT, "%." + digits + "f", x);
  }
}
