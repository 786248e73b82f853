package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  private static List<String> surfaces(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<String> surfaces = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      surfaces.add(tokens.surface(i, i));
    }
    return surfaces;
  }

  private static List<Long> hashes(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<Long> hashes = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      hashes.add(tokens.hash(i));
    }
    return hashes;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "U.S.            | us",
        "U.S             | US",
        "U.S.-led        | us led",
        "U.S.'s          | us",
        "Məmmədyarov     | mammadyarov",
        "Łódź            | lodz",
        "Recep Erdoğan   | recep erdogan",
        "Ərdıl Ørsted    | ardil orsted",
        "Straße          | strasse",
        "O'Brien         | obrien",
        "O’Brien’s       | obrien",
        "Armenia’s       | armenia",
        "Armenia's       | armenia",
        "ARMENIA'S       | armenia",
        "Nagorno-Karabakh| nagorno karabakh",
        "John F. Kerry   | john f kerry",
        "Gen. Smith      | gen smith",
        "St. Petersburg  | st petersburg",
        "ＮＡＴＯ         | nato",
        "e\u0301lan      | élan",
      })
  void foldsWords(String text, String same) {
    assertThat(hashes(text)).isEqualTo(hashes(same));
  }

  @Test
  void endsWordsBeforeThePossessive() {
    assertThat(surfaces("the States' and Kerry\u2019s and the U.S.'s, in the U.S."))
        .containsExactly(
            "the", "States", "and", "Kerry", "and", "the", "U.S.", ",", "in", "the", "U.S.");
  }

  @Test
  void keepsHardPunctuation() {
    assertThat(
            surfaces("\u201CYes,\u201D she (Al) said: no. Why?\nSo; it is \u2014 J. Doe 3.5 a.b"))
        .containsExactly(
            "\u201C", "Yes", ",", "\u201D", "she", "(", "Al", ")", "said", ":", "no", ".", "Why",
            "?", "\n", "So", ";", "it", "is", "\u2014", "J", "Doe", "3", "5", "a.b");
  }

  @Test
  void stepsOverPictographsAndHalvesOfThem() {
    assertThat(surfaces("\uD83D\uDE00Kerry\uD83D\uDE00 \uD83D x \uDE00"))
        .containsExactly("Kerry", "x");
  }

  @Test
  void remembersCapitals() {
    Tokens tokens = new Tokens();
    tokens.read("McCain USA us Éire");
    assertThat(tokens.capitals(0)).isEqualTo(0b101);
    assertThat(tokens.capitals(1)).isEqualTo(0b111);
    assertThat(tokens.isCapitalised(2)).isFalse();
    assertThat(tokens.isCapitalised(3)).isTrue();
  }

  @Test
  void readsEmptyTexts() {
    assertThat(surfaces("")).isEmpty();
    assertThat(surfaces(" \u2019 - ")).isEmpty();
  }
}
