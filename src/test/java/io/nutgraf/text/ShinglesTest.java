package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShinglesTest {

  @Test
  void fewerThanThreeWordsHaveNone() {
    assertThat(new Shingles().of("")).isEmpty();
    assertThat(new Shingles().of("Two words.")).isEmpty();
    assertThat(new Shingles().of("Now three words")).hasSize(1);
  }

  @Test
  void aRepeatedShingleCountsOnce() {
    assertThat(new Shingles().of("no no no no no no")).hasSize(1);
  }

  @Test
  void theOrderOfWordsMatters() {
    assertThat(Shingles.overlap(shingles("one two three"), shingles("three two one"))).isZero();
  }

  @Test
  void spellingDoesNotMatter() {
    assertThat(shingles("\u201CThe  Senate\u2019s bill\u2014passed,\u201D he said\u2026"))
        .isEqualTo(shingles("the senate s bill passed he said"));
    assertThat(shingles("Caf\u00e9 \u00c9TOILE \uFB01ne"))
        .isEqualTo(shingles("cafe\u0301 \u00e9toile fine"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void areThoseOfTheNormalForm(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String a = text(random);
      String b = random.nextBoolean() ? text(random) : a + ' ' + text(random);
      Set<String> ofA = reference(a);
      Set<String> ofB = reference(b);
      Set<String> common = new HashSet<>(ofA);
      common.retainAll(ofB);

      assertThat(shingles(a)).hasSize(ofA.size()).isSorted();
      assertThat(Shingles.overlap(shingles(a), shingles(b))).isEqualTo(common.size());
      assertThat(ShingleBytes.overlap(bytes(a), bytes(b))).isEqualTo(common.size());
      assertThat(ShingleBytes.toLongs(bytes(a))).isEqualTo(shingles(a));
    }
  }

  @Test
  void similarityIsOfSets() {
    long[] a = {1, 2, 3, 4};
    long[] b = {2, 3, 9};

    assertThat(Shingles.jaccard(a, b)).isEqualTo(0.4);
    assertThat(Shingles.containment(a, b)).isEqualTo(2.0 / 3);
    assertThat(Shingles.jaccard(new long[0], new long[0])).isZero();
    assertThat(Shingles.containment(new long[0], a)).isZero();
  }

  private static long[] shingles(String text) {
    return new Shingles().of(text);
  }

  private static byte[] bytes(String text) {
    return ShingleBytes.of(shingles(text));
  }

  private static Set<String> reference(String text) {
    String[] words = NormalForm.of(text).split(" ");
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + 3 <= words.length; i++) {
      shingles.add(words[i] + ' ' + words[i + 1] + ' ' + words[i + 2]);
    }
    return shingles;
  }

  private static String text(Random random) {
    String characters =
        "aabbcC1 2  ,.'\u2019\u2014\u00A0\u00e9\u0130\u03A3\u0301\uFB01\u00BD\u2026";
    int easy = 13;
    int known = random.nextInt(4) == 0 ? characters.length() : easy;
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(characters.charAt(random.nextInt(known)));
    }
    return text.toString();
  }
}
