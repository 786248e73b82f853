package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashOrderTest {
  private static final HashCounts NONE = new HashCounts(1 << 10);

  @Test
  void ranksTheRareFirstAndKnowsWhatIsAlone() {
    HashOrder order = HashOrder.of(counts(5, 5, 5, 6, 7, 7), NONE);

    assertThat(order.rank(6)).isLessThan(order.rank(7)).isNotNegative();
    assertThat(order.rank(7)).isLessThan(order.rank(5));
    assertThat(LongStream.of(6, 7, 5).map(order::rank).mapToObj(HashOrder::isAlone))
        .containsExactly(true, false, false);
    assertThat(order.ranks(new long[] {5, 6, 7}))
        .containsExactly(order.rank(6), order.rank(7), order.rank(5));
  }

  @Test
  void laterParagraphsChangeWhatIsAloneAndNotTheOrder() {
    HashCounts later = counts(6, 6, 6, 6, 8, 9, 9);
    HashOrder order = HashOrder.of(counts(5, 5, 5, 6, 7, 7), later);
    HashOrder before = HashOrder.ofEarly(counts(5, 5, 5, 6, 7, 7));

    assertThat(order.ranks(new long[] {5, 6, 7, 9}))
        .containsExactly(before.ranks(new long[] {9, 6, 7, 5}));
    assertThat(order.rank(9)).isLessThan(order.rank(6)).isLessThan(order.rank(7));
    assertThat(HashOrder.isAlone(order.rank(6))).isFalse();
    assertThat(HashOrder.isAlone(order.rank(8))).isTrue();
    assertThat(HashOrder.isAlone(before.rank(8))).isFalse();
  }

  @Test
  void aHashOfVeryManyParagraphsIsNotAlone() {
    HashCounts full = counts(LongStream.generate(() -> 3).limit(300).toArray());

    assertThat(HashOrder.isAlone(HashOrder.of(full, full).rank(3))).isFalse();
  }

  @Test
  void aRankTellsTheBitsOfItsHash() {
    HashOrder order = HashOrder.ofEarly(counts(5, 5, 5));

    for (long hash : new long[] {5, -1, Long.MIN_VALUE, 0x123456789ABCDEFL}) {
      assertThat(HashOrder.bitsOfRanked(order.rank(hash))).isEqualTo(HashOrder.bitsOf(hash));
    }
  }

  @Test
  void positionsAreThoseInTheOrderOfAll() {
    SplittableRandom random = new SplittableRandom(1);
    HashOrder order = HashOrder.ofEarly(counts(random.longs(2_000).toArray()));
    for (int n = 1; n < 60; n++) {
      long[] hashes = random.longs(n).toArray();
      long[] all = order.ranks(hashes);
      long[] some = order.ranks(Arrays.copyOf(hashes, random.nextInt(n + 1)));

      assertThat(order.positions(some, hashes))
          .containsExactly(
              LongStream.of(some).mapToInt(rank -> Arrays.binarySearch(all, rank)).toArray());
    }
  }

  private static HashCounts counts(long... hashes) {
    HashCounts counts = new HashCounts(1 << 10);
    LongStream.of(hashes).forEach(counts::add);
    return counts;
  }
}
