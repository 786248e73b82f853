package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CandidateKeysTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.6, 0.7, 0.9, 1.0})
  void similarSetsShareAKeyOfTheirPrefixesThatTheFilterLetsPass(double threshold) {
    Random random = new Random(11);
    PrefixKeys keys = new PrefixKeys(threshold);
    OverlapFilter filter = new OverlapFilter(threshold, 1, 15);
    int similar = 0;
    for (int i = 0; i < 20_000; i++) {
      long[] a = set(random);
      long[] b = random.nextInt(3) == 0 ? set(random) : changed(a, random);
      if (a.length == 0 || b.length == 0 || Shingles.jaccard(a, b) < threshold) {
        continue;
      }
      similar++;
      assertThat(meet(a, b, keys, filter)).isTrue();
    }
    assertThat(similar).isGreaterThan(50);
  }

  @Test
  void emptySetsHaveNoKeys() {
    assertThat(new PrefixKeys(0.5).prefix(0)).isZero();
  }

  /** In the natural order of the numbers; any order would do. */
  private static boolean meet(long[] a, long[] b, PrefixKeys keys, OverlapFilter filter) {
    for (int i = 0; i < keys.prefix(a.length); i++) {
      for (int j = 0; j < keys.prefix(b.length); j++) {
        if (a[i] == b[j]
            && filter.mayMatch(filter.place(a.length, 3, i), filter.place(b.length, 3, j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static long[] set(Random random) {
    return sorted(random.longs(random.nextInt(30), 0, 60).toArray());
  }

  private static long[] changed(long[] set, Random random) {
    int changes = random.nextInt(1 + set.length / 2);
    return sorted(
        LongStream.concat(
                Arrays.stream(set).skip(changes), random.longs(random.nextInt(1 + changes), 0, 60))
            .toArray());
  }

  private static long[] sorted(long[] numbers) {
    return Arrays.stream(numbers).sorted().distinct().toArray();
  }
}
