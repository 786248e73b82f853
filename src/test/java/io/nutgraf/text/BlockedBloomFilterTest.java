package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockedBloomFilterTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 1_000, 1 << 16, 100_000})
  void missesNoneOfItsOwnAndTakesFewOthers(int size) {
    BlockedBloomFilter filter = new BlockedBloomFilter(size);
    hashes(1, size).forEach(filter::add);

    assertThat(hashes(1, size).allMatch(filter::mightContain)).isTrue();
    assertThat(hashes(2, 1_000_000).filter(filter::mightContain).count()).isLessThan(2_000);
  }

  @Test
  void smallNumbersAreToldApartAsWell() {
    BlockedBloomFilter filter = new BlockedBloomFilter(1_000);
    LongStream.range(0, 1_000).forEach(filter::add);

    assertThat(LongStream.range(1_000, 101_000).filter(filter::mightContain).count())
        .isLessThan(200);
  }

  @Test
  void hasWhatEitherHas() {
    BlockedBloomFilter one = new BlockedBloomFilter(1_000);
    hashes(1, 500).forEach(one::add);
    BlockedBloomFilter other = new BlockedBloomFilter(1_000);
    hashes(2, 500).forEach(other::add);

    BlockedBloomFilter both = one.addAll(other);

    assertThat(LongStream.concat(hashes(1, 500), hashes(2, 500)).allMatch(both::mightContain))
        .isTrue();
  }

  @Test
  void anotherSizeIsRefused() {
    assertThatThrownBy(() -> new BlockedBloomFilter(1_000).addAll(new BlockedBloomFilter(9_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("512")
        .hasMessageContaining("8192");
  }

  private static LongStream hashes(long seed, int size) {
    return new SplittableRandom(seed).longs(size);
  }
}
