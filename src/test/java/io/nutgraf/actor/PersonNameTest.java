package io.nutgraf.actor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "John Kerry          | john-kerry         | kerry",
        "John F. Kerry       | john-kerry         | kerry",
        "Sen. John Kerry     | john-kerry         | kerry",
        "JOHN KERRY          | john-kerry         | kerry",
        "John Kerry’s        | john-kerry         | kerry",
        "George H.W. Bush    | george-bush        | bush",
        "John Doe, Jr.       | john-doe           | doe",
        "John Doe III        | john-doe           | doe",
        "Deputy Prime Minister Ann Lee | ann-lee  | lee",
        "J.K. Rowling        | j-k-rowling        | rowling",
        "J. K. Rowling       | j-k-rowling        | rowling",
        "Paul O’Neill        | paul-oneill        | oneill",
        "Ban Ki-moon         | ban-ki-moon        | ki-moon",
        "Elmar Məmmədyarov   | elmar-mammadyarov  | mammadyarov",
        "Malcolm X           | malcolm-x          | x",
        "Kerry               | kerry              | kerry",
        "Larry King          | larry-king         | king",
      })
  void keepsWhatIdentifies(String written, String key, String surname) {
    PersonName name = PersonName.of(written);

    assertThat(name.key()).isEqualTo(key);
    assertThat(name.surname()).isEqualTo(surname);
  }
}
