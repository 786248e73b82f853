package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HashCountsTest {

  @Test
  void areNeverTooLowAndDoNotDependOnTheDivision() {
    Random random = new Random(7);
    HashCounts whole = new HashCounts(1 << 8);
    HashCounts[] parts = {new HashCounts(1 << 8), new HashCounts(1 << 8), new HashCounts(1 << 8)};
    Map<Long, Integer> exact = new HashMap<>();
    for (int i = 0; i < 5000; i++) {
      long hash = Hashes.mix((long) Math.abs(random.nextGaussian() * 100));
      whole.add(hash);
      parts[random.nextInt(3)].add(hash);
      exact.merge(hash, 1, Integer::sum);
    }
    byte[] sum = new byte[1 << 8];
    for (HashCounts part : parts) {
      HashCounts.addAll(sum, part.counts());
    }

    assertThat(sum).isEqualTo(whole.counts());
    exact.forEach(
        (hash, count) ->
            assertThat(whole.count(hash)).isGreaterThanOrEqualTo(Math.min(count, HashCounts.MOST)));
  }

  @Test
  void hasSomeFourSlotsAHashWithinItsLimit() {
    assertThat(HashCounts.slotsFor(0, 1 << 26)).isEqualTo(1 << 10);
    assertThat(HashCounts.slotsFor(15_000_000, 1 << 26)).isEqualTo(1 << 26);
    assertThat(HashCounts.slotsFor(1L << 40, 1 << 26)).isEqualTo(1 << 26);
    assertThat(HashCounts.slotsFor(1L << 40, 1000)).isEqualTo(512);
  }
}
