package io.nutgraf.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanedTest {

  @Test
  void replacesControlCharactersAndLoneSurrogatesOneForOne() {
    assertThat(Cleaned.of("a\0b\u0007c\u007fd\u0085e\uD800f\uDC00"))
        .isEqualTo(new Cleaned("a b c d e\uFFFDf\uFFFD", true));
  }

  @Test
  void keepsLineBreaksTabsPairsAndFormatCharacters() {
    String text = "a\tb\r\nc \uD83D\uDE00 \u200B\u202E";
    assertThat(Cleaned.of(text)).isEqualTo(new Cleaned(text, false));
  }

  @Test
  void knowsBlankOfAnyKind() {
    assertThat(Cleaned.of(" \u00a0\u200b\ufeff\u3000\n\0").isBlank()).isTrue();
    assertThat(Cleaned.of("").isBlank()).isTrue();
    assertThat(Cleaned.of(" .").isBlank()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whateverComesInWhatComesOutIsUtf8OfTheSameLength(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder any = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        any.append(
            (char) (random.nextBoolean() ? random.nextInt(256) : 0xD700 + random.nextInt(0x1000)));
      }
      Cleaned cleaned = Cleaned.of(any.toString());
      byte[] bytes = cleaned.value().getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(cleaned.value());
      assertThat(cleaned.utf8Length()).isEqualTo(bytes.length);
      assertThat(cleaned.value()).hasSameSizeAs(any);
      assertThat(Cleaned.of(cleaned.value()).isChanged()).isFalse();
    }
  }
}
