package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SetSignaturesTest {
  private static final int USUAL_SIZE = 54;

  private final Random random = new Random(7);

  @Test
  void neverSaysLessThanTwoSetsShare() {
    for (int round = 0; round < 20_000; round++) {
      int shared = random.nextInt(120);
      int onlyA = random.nextInt(200);
      int onlyB = random.nextInt(200);

      assertThat(mostShared(shared, onlyA, onlyB)).isBetween(shared, shared + (onlyA + onlyB) / 2);
    }
  }

  @Test
  void setsOfTheUsualSizeThatShareAThirdOfWhatTheyMustAreToldApart() {
    int enough = OverlapFilter.atLeast(2 * USUAL_SIZE / 3.0);
    long refused =
        LongStream.range(0, 1_000)
            .filter(
                pair ->
                    mostShared(enough / 3, USUAL_SIZE - enough / 3, USUAL_SIZE - enough / 3)
                        < enough)
            .count();

    assertThat(refused).isGreaterThan(990);
  }

  @Test
  void equalSetsShareAll() {
    assertThat(mostShared(USUAL_SIZE, 0, 0)).isEqualTo(USUAL_SIZE);
  }

  /** What the signatures say of two sets that share so many hashes. */
  private int mostShared(int shared, int onlyA, int onlyB) {
    long[] common = random.longs(shared).toArray();
    SetSignatures signatures = new SetSignatures(2);
    signatures.put(0, SetSignatures.of(with(common, onlyA)), 0);
    signatures.put(1, SetSignatures.of(with(common, onlyB)), 0);
    return signatures.mostShared(0, shared + onlyA, 1, shared + onlyB);
  }

  private long[] with(long[] common, int others) {
    return LongStream.concat(LongStream.of(common), random.longs(others)).toArray();
  }
}
