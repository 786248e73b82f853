package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  private static List<String> sentences(String paragraph) {
    Sentences sentences = new Sentences();
    sentences.read(paragraph);
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < sentences.size(); i++) {
      found.add(paragraph.substring(start, sentences.end(i)).strip());
      start = sentences.end(i);
    }
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They met at the U.S. State Department on Tuesday.",
        "Mr. Smith met Gen. Brown and Sen. Lee.",
        "On Jan. 5 the House passed No. 7 of the bills.",
        "J. F. Smith spoke.",
        "He works for Acme Inc. Boston.",
        "It rose to 3.5 percent at 5 p.m. on Friday.",
        "A line that\ngoes on here.",
        "A line that\nKerry wrote.",
      })
  void keepsOneSentenceWhole(String paragraph) {
    assertThat(sentences(paragraph)).hasSize(1);
  }

  @Test
  void cutsBetweenSentences() {
    assertThat(
            sentences(
                "He went to the U.S. The trip was long. \u201CWhy?\u201D she asked. No. It ended."))
        .containsExactly(
            "He went to the U.S.",
            "The trip was long.",
            "\u201CWhy?\u201D she asked.",
            "No.",
            "It ended.");
  }

  @Test
  void tellsTheSentenceOfAnOffset() {
    Sentences sentences = new Sentences();
    sentences.read("One. Two.");
    assertThat(List.of(sentences.at(0), sentences.at(4), sentences.at(5), sentences.at(8)))
        .containsExactly(0, 0, 1, 1);
  }

  @Test
  void findsNoSentenceInAnEmptyParagraph() {
    assertThat(sentences("")).isEmpty();
  }
}
