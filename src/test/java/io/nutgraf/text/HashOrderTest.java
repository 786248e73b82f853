package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HashOrderTest {
  private static final HashOrder ORDER = new HashOrder(counts(5, 5, 5, 6, 7, 7));

  @Test
  void ranksTheRareFirst() {
    assertThat(ORDER.rank(6)).isLessThan(ORDER.rank(7)).isNotNegative();
    assertThat(ORDER.rank(7)).isLessThan(ORDER.rank(5));
    assertThat(ORDER.ranks(new long[] {5, 6, 7}))
        .containsExactly(ORDER.rank(6), ORDER.rank(7), ORDER.rank(5));
  }

  @Test
  void whatNoEarlyParagraphHasComesBeforeAll() {
    assertThat(ORDER.rank(-1)).isNotNegative().isLessThan(ORDER.rank(6));
  }

  @Test
  void aRankTellsTheBitsOfItsHash() {
    for (long hash : new long[] {5, -1, Long.MIN_VALUE, 0x123456789ABCDEFL}) {
      assertThat(HashOrder.bitsOf(ORDER.rank(hash))).isEqualTo(hash & 0x3FFFFFFFFFFFFFL);
    }
  }

  @Test
  void aHashOfVeryManyParagraphsComesLast() {
    HashOrder order = new HashOrder(counts(LongStream.generate(() -> -3).limit(300).toArray()));

    assertThat(order.rank(-3)).isNotNegative().isGreaterThan(order.rank(-4));
  }

  private static HashCounts counts(long... hashes) {
    HashCounts counts = new HashCounts(1 << 10);
    LongStream.of(hashes).forEach(counts::add);
    return counts;
  }
}
