package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SharedHashesTest {
  private static final HashCounts NONE = new HashCounts(1 << 10);

  @Test
  void isSharedWhatTwoParagraphsHaveWhicheverTheyAre() {
    HashCounts early = counts(5, 5, 6, 7);
    HashOrder order = new HashOrder(early);
    SharedHashes shared = new SharedHashes(early, counts(7, 8, 9, 9));

    assertThat(LongStream.range(5, 11).filter(hash -> shared.hasRanked(order.rank(hash))))
        .containsExactly(5L, 7L, 9L);
  }

  @Test
  void aHashOfVeryManyParagraphsIsShared() {
    HashCounts full = counts(LongStream.generate(() -> 3).limit(300).toArray());
    long rank = new HashOrder(full).rank(3);

    assertThat(new SharedHashes(full, full).hasRanked(rank)).isTrue();
    assertThat(new SharedHashes(full, NONE).hasRanked(rank)).isTrue();
    assertThat(new SharedHashes(NONE, NONE).hasRanked(rank)).isFalse();
  }

  private static HashCounts counts(long... hashes) {
    HashCounts counts = new HashCounts(1 << 10);
    LongStream.of(hashes).forEach(counts::add);
    return counts;
  }
}
