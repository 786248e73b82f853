package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhraseMatcherTest {
  private static final String[] WORDS = {
    "Abel", "bo", "Bo", "CY", "cy", "the", "Di", ",", "-", "E.F."
  };

  private static PhraseMatcher matcher(String... phrases) {
    PhraseMatcher.Builder builder = new PhraseMatcher.Builder();
    for (String phrase : phrases) {
      builder.add(phrase, CaseRule.of(phrase));
    }
    return builder.build();
  }

  private static List<String> find(PhraseMatcher matcher, String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<String> found = new ArrayList<>();
    matcher.find(tokens, (phrase, first, last) -> found.add(tokens.surface(first, last)));
    return found;
  }

  @Test
  void prefersTheLongestPhrase() {
    PhraseMatcher matcher = matcher("Minsk", "OSCE Minsk Group", "OSCE", "Zealand", "New Zealand");
    assertThat(find(matcher, "The OSCE Minsk Group, Minsk and the OSCE in New Zealand"))
        .containsExactly("OSCE Minsk Group", "Minsk", "OSCE", "New Zealand");
  }

  @Test
  void fallsBackToAShorterPhraseWhenTheLongerOneBreaksOff() {
    assertThat(find(matcher("Al Bo", "Al Bo Cy Di", "Cy"), "Al Bo Cy Ed"))
        .containsExactly("Al Bo", "Cy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "US                | He told us so, Us too, the US and the U.S.     | US;U.S.",
        "WHO               | Who asked the WHO, who?                        | WHO",
        "Turkey            | Roast turkey in Turkey                         | Turkey",
        "NATO              | Nato and NATO, not nato                        | Nato;NATO",
        "State Department  | The State department is no State Department    | State Department",
        "foreign minister  | Foreign Minister or foreign minister           | Foreign Minister;foreign minister",
        "al-Qaeda          | al-Qaeda, Al-Qaeda and AL QAEDA, not al-qaeda  | al-Qaeda;Al-Qaeda;AL QAEDA",
        "The Hague         | in The Hague, in the Hague                     | Hague;Hague",
        "Washington, D.C.  | Washington, D.C. and Washington DC             | Washington, D.C.",
        "Ilham Aliyev      | İlham Əliyev said Ilham. Aliyev too            | İlham Əliyev",
        "Ilham Aliyev      | Ilham Aliyev’s                                 | Ilham Aliyev",
        "Əli Məmmədyarov   | Ali Mammadyarov                                | Ali Mammadyarov",
      })
  void respectsCase(String phrase, String text, String found) {
    assertThat(String.join(";", find(matcher(phrase), text))).isEqualTo(found);
  }

  @Test
  void asksPhrasesWithTheSameTokensInTheirOrder() {
    PhraseMatcher.Builder builder = new PhraseMatcher.Builder();
    int exact = builder.add("IT", CaseRule.EXACT);
    int any = builder.add("it", CaseRule.ANY);
    PhraseMatcher matcher = builder.build();
    Tokens tokens = new Tokens();
    tokens.read("it IT It");
    List<Integer> found = new ArrayList<>();
    matcher.find(tokens, (phrase, first, last) -> found.add(phrase));
    assertThat(found).containsExactly(any, exact, any);
  }

  @Test
  void neverFindsAPhraseWithoutLetters() {
    assertThat(find(matcher("", "...", "!"), "A ... b!")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void findsWhatTheObviousWayFinds(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> phrases = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(12); i++) {
        phrases.add(text(random, 1 + random.nextInt(4)));
      }
      String text = text(random, random.nextInt(30));
      assertThat(find(matcher(phrases.toArray(String[]::new)), text))
          .as("%s in '%s'", phrases, text)
          .isEqualTo(ObviousMatcher.find(phrases, text));
    }
  }

  @Test
  void isThreadSafe() throws Exception {
    Random random = new Random(7);
    Set<String> phrases = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      phrases.add(text(random, 3));
    }
    PhraseMatcher matcher = matcher(phrases.toArray(String[]::new));
    String text = text(random, 20_000);
    List<String> expected = find(matcher, text);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<List<String>>> tasks = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        tasks.add(() -> find(matcher, text));
      }
      for (Future<List<String>> found : threads.invokeAll(tasks)) {
        assertThat(found.get()).isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }

  private static String text(Random random, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return text.toString();
  }
}
