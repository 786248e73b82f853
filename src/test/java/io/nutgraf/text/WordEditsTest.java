package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordEditsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 killed in the blast | 30 killed in the blast | 1 | 1 | true",
        "12 killed in the blast | Twelve killed, in the blast! | 1 | 1 | false",
        "twelve were killed there | thirty were killed there | 1 | 1 | true",
        "12 killed in the blast | 12 killed in the blast on May 3 | 3 | 0 | false",
        "12 killed in the blast on May 3 | 12 killed in the blast | 0 | 3 | false",
        "the same words as before | The same words, as before. | 0 | 0 | false",
        "one man said no | a man said no | 1 | 1 | false",
        "cost $1,200 a year | cost $1,500 a year | 1 | 1 | true",
      })
  void countsWordsAndSeesReplacedNumbers(
      String earlier, String later, int inserted, int deleted, boolean isNumberChanged) {
    assertThat(WordEdits.between(earlier, later))
        .isEqualTo(new WordEdits(inserted, deleted, isNumberChanged));
  }
}
