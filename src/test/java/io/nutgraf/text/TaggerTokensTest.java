package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerTokensTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '=',
      quoteCharacter = '`',
      value = {
        "Kerry's visit = Kerry 's visit",
        "the States' rights = the States ' rights",
        "O'Brien and Ja’afari = O'Brien and Ja’afari",
        "the U.S. Senate = the U.S. Senate",
        "in the U.S. = in the U.S.",
        "George W. Bush = George W. Bush",
        "Sen. Dole, R-Kan. (left) = Sen. Dole , R - Kan. ( left )",
        "Nagorno-Karabakh = Nagorno - Karabakh",
        "AT&T paid $1,000.50. = AT&T paid $ 1,000.50 .",
        "Amazon.com said so.Then = Amazon.com said so . Then",
        "U.S.-led = U.S. - led",
        "🎉x = 🎉 x"
      })
  void splitsAsPrinted(String text, String tokens) {
    assertThat(split(text)).isEqualTo(tokens);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void coversAllButBlanksOnce(long seed) {
    Random random = new Random(seed);
    String signs = "aB1 .,'’-&\uD83C\uDF89\n\u00A0é(";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 30; i++) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(split(text.toString()).replace(" ", ""))
          .isEqualTo(text.toString().replaceAll("[ \n\u00A0]", ""));
    }
  }

  private static String split(String text) {
    TaggerTokens tokens = new TaggerTokens(text);
    return String.join(
        " ",
        IntStream.range(0, tokens.size)
            .mapToObj(i -> text.substring(tokens.starts[i], tokens.ends[i]))
            .toList());
  }
}
