package io.nutgraf.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphScannerTest {

  /** Made with Python's mmh3 5: {@code mmh3.hash64(normal_form, seed=0, signed=False)}. */
  @ParameterizedTest
  @CsvSource({
    "'…', '', 0000000000000000, 0000000000000000, 0",
    "'Hello, world!', 'hello world', 533f6046eb7f610e, ab97467d60eb63b1, 2",
    "'“12 killed” — U.S. says 1,000…', '12 killed u s says 1 000', c4a3368d4b5275c6, 4dc755d1d072a7cc, 7",
    "'Été NAÏVE', 'été naïve', bb6e70a08e8fb6f9, a8c522bc5decfe6f, 2",
    "'ΟΔΟΣ', 'οδος', 5cb4715b8e5e29c2, 8a953c6426dbdb7b, 1",
  })
  void hashesTheWords(String paragraph, String normalForm, String h1, String h2, int words) {
    ParagraphScanner scanner = scan(paragraph);

    assertThat(scanner.normalForm()).isEqualTo(normalForm);
    assertThat(Long.toHexString(scanner.h1())).isEqualTo(h1.replaceFirst("^0+(?=.)", ""));
    assertThat(Long.toHexString(scanner.h2())).isEqualTo(h2.replaceFirst("^0+(?=.)", ""));
    assertThat(scanner.words()).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ＦＵＬＬ　ｗｉｄｔｈ",
        "ﬁne ½ ² ™ Ⅳ ﷺ",
        "e\u0301te\u0301 naïve İstanbul ΟΔΟΣ ὈΔΥΣΣΕΎΣ ﾊﾟﾝ 한국 \u1112\u1161\u11AB ㅎㅏㄴ",
        "no\u00a0break zero\u200bwidth soft\u00adhyphen bom\uFEFF",
        "emoji 🙂 family 👨‍👩‍👧 flag 🇺🇳 math 𝐀𝟏 𐐀",
        "´ ¨a ΄ \u0344",
      })
  void equalsTheReferenceOnKnownTraps(String paragraph) {
    assertThat(normalForms(paragraph, ParagraphBreak.LINES))
        .containsExactly(NormalForm.of(paragraph));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void equalsTheReferenceOnRandomUnicode(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String paragraph = "x" + randomText(random, 1 + random.nextInt(40)) + "x";
      assertThat(normalForms(paragraph, ParagraphBreak.LINES))
          .as(() -> codePoints(paragraph))
          .containsExactly(NormalForm.of(paragraph));
    }
  }

  @Test
  void equalsTheReferenceOnEveryCharacterBetweenLetters() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c == '\n'
          || c == '\r'
          || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
        continue;
      }
      String paragraph = "aΑ" + Character.toString(c) + "ｶ가b";
      if (!scan(paragraph).normalForm().equals(NormalForm.of(paragraph))) {
        assertThat(scan(paragraph).normalForm())
            .as(Integer.toHexString(c))
            .isEqualTo(NormalForm.of(paragraph));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ParagraphBreak.class)
  void splitsLikeTheReferenceOnRandomLayouts(ParagraphBreak paragraphBreak) {
    String[] pieces = {"\n", "\r\n", "\r", " ", "\u00a0", "\u3000", "\t", "a", "b c", "é", "x"};
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(14); j > 0; j--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(paragraphs(text.toString(), paragraphBreak))
          .as(() -> codePoints(text.toString()))
          .isEqualTo(referenceParagraphs(text.toString(), paragraphBreak));
    }
  }

  @Test
  void spellingTellsTypographyApartWhereTheHashDoesNot() {
    ParagraphScanner straight = scan("\"Both sides\", he said");
    ParagraphScanner curly = scan("“Both sides”, he said");

    assertThat(straight.h1()).isEqualTo(curly.h1());
    assertThat(straight.h2()).isEqualTo(curly.h2());
    assertThat(straight.spelling()).isNotEqualTo(curly.spelling());
  }

  private static ParagraphScanner scan(String paragraph) {
    ParagraphScanner scanner = new ParagraphScanner();
    scanner.start(paragraph.getBytes(UTF_8), ParagraphBreak.LINES);
    assertThat(scanner.advance()).isTrue();
    return scanner;
  }

  private static List<String> normalForms(String text, ParagraphBreak paragraphBreak) {
    ParagraphScanner scanner = new ParagraphScanner();
    scanner.start(text.getBytes(UTF_8), paragraphBreak);
    List<String> forms = new ArrayList<>();
    while (scanner.advance()) {
      forms.add(scanner.normalForm());
    }
    return forms;
  }

  private static List<String> paragraphs(String text, ParagraphBreak paragraphBreak) {
    byte[] utf8 = text.getBytes(UTF_8);
    ParagraphScanner scanner = new ParagraphScanner();
    scanner.start(utf8, paragraphBreak);
    List<String> paragraphs = new ArrayList<>();
    while (scanner.advance()) {
      paragraphs.add(new String(utf8, scanner.begin(), scanner.end() - scanner.begin(), UTF_8));
    }
    return paragraphs;
  }

  private static List<String> referenceParagraphs(String text, ParagraphBreak paragraphBreak) {
    String space = "[\\s\\u00a0\\u3000]";
    String[] lines = text.split("\r\n|\r|\n", -1);
    boolean hasBlankLine =
        String.join("\n", lines)
            .replaceAll("(?m)^" + "[\\t \\u00a0\\u3000]+$", "")
            .strip()
            .contains("\n\n");
    boolean atLines =
        paragraphBreak == ParagraphBreak.LINES
            || (paragraphBreak == ParagraphBreak.AUTO && !hasBlankLine);
    List<String> paragraphs = new ArrayList<>();
    String regex = atLines ? "\r\n|\r|\n" : "(?>\r\n|\r|\n)[\\t \\u00a0\\u3000]*+(?>\r\n|\r|\n)";
    for (String block : text.split(regex)) {
      String trimmed = block.replaceAll("^" + space + "+|" + space + "+$", "");
      if (!trimmed.isEmpty()) {
        paragraphs.add(trimmed);
      }
    }
    return paragraphs;
  }

  private static String randomText(Random random, int length) {
    int[] ranges = {
      0x20, 0x7F, 0xA0, 0x250, 0x300, 0x600, 0x900, 0x1200, 0x1E00, 0x2200, 0x3000, 0x3200, 0xAC00,
      0xAD00, 0xF900, 0x10000, 0x1D400, 0x1D800, 0x1F300, 0x1F700
    };
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int r = 2 * random.nextInt(ranges.length / 2);
      int c = ranges[r] + random.nextInt(ranges[r + 1] - ranges[r]);
      if (!Character.isSurrogate((char) c) || c > 0xFFFF) {
        text.appendCodePoint(c);
      }
    }
    return text.toString();
  }

  private static String codePoints(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).toList().toString();
  }
}
