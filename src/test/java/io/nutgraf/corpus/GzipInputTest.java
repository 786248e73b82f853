package io.nutgraf.corpus;

import static io.nutgraf.corpus.Compressed.gzip;
import static io.nutgraf.corpus.Compressed.join;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GzipInputTest {
  private static final String TEXT = "The nut graf says what the story is about. ".repeat(200);

  @Test
  void readsOneMemberOrSeveralAndZeroPadding() throws IOException {
    assertThat(read(gzip(TEXT))).isEqualTo(TEXT);
    assertThat(read(gzip(""))).isEmpty();
    assertThat(read(join(gzip("a"), gzip(""), gzip(TEXT), new byte[100]))).isEqualTo("a" + TEXT);
  }

  @Test
  void readsEveryKindOfHeader() throws IOException {
    byte[] plain = gzip("abc");
    byte[] header = {
      0x1f, (byte) 0x8b, 8, 31, 0, 0, 0, 0, 0, 0, 2, 0, 'x', 'y', 'n', 0, 'c', 0, 1, 2
    };
    byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
    assertThat(read(join(header, body, header, body))).isEqualTo("abcabc");
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    byte[] whole = gzip(TEXT);
    assertDamaged(new byte[0], "the file is empty");
    assertDamaged("{\"a\":1}".getBytes(UTF_8), "it is not gzip: it starts with the bytes 7b 22");
    assertDamaged(
        join(whole, new byte[] {'x', 'y'}),
        "after member 1 come the bytes 78 79, not another member");
    assertDamaged(join(whole, Arrays.copyOf(whole, 40)), "it ends inside member 2");
    byte[] wrongSum = whole.clone();
    wrongSum[whole.length - 5] ^= 1;
    assertThatThrownBy(() -> read(wrongSum)).hasMessageContaining("the CRC-32 of member 1 is ");
    byte[] wrongLength = whole.clone();
    wrongLength[whole.length - 1] ^= 1;
    assertThatThrownBy(() -> read(wrongLength))
        .hasMessageContaining("member 1 holds 8600 bytes, not");
  }

  @Test
  void everyTruncationIsSeen() throws IOException {
    byte[] whole = gzip(TEXT);
    for (int n = 1; n < whole.length; n++) {
      byte[] part = Arrays.copyOf(whole, n);
      assertThatThrownBy(() -> read(part)).isInstanceOf(DamagedFileException.class);
    }
  }

  @Test
  void noFlippedBitGivesAnotherText() throws IOException {
    byte[] whole = gzip(TEXT);
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] flipped = whole.clone();
      flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      try {
        assertThat(read(flipped)).isEqualTo(TEXT); // In the time stamp of the header, say.
      } catch (DamagedFileException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
  }

  private static void assertDamaged(byte[] bytes, String message) {
    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(DamagedFileException.class)
        .hasMessage(message);
  }

  private static String read(byte[] bytes) throws IOException {
    try (GzipInput in = new GzipInput(new ByteArrayInputStream(bytes))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
