package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;

class Murmur3Test {
  private final Murmur3 murmur = new Murmur3();

  @Test
  void equalsTheReferenceOnBytesOfEveryLengthAndPlace() {
    Random random = new Random(20_241_123);
    for (int round = 0; round < 3000; round++) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      int from = random.nextInt(bytes.length + 1);
      int length = random.nextInt(bytes.length - from + 1);

      murmur.hash(bytes, from, length);

      assertThat(new long[] {murmur.h1(), murmur.h2()})
          .as("round %d", round)
          .isEqualTo(MurmurHash3.hash128x64(bytes, from, length, 0));
    }
  }
}
