package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaggerPathTest {
  private static final int TAGS = TaggerTags.SIZE;

  @Test
  void takesTheBestTagOfEachTokenWhenTheyFit() {
    int[] scores = new int[3 * TAGS];
    scores[TaggerTags.tag(0, TaggerTags.BEGIN)] = 5;
    scores[TAGS + TaggerTags.tag(0, TaggerTags.LAST)] = 5;
    scores[2 * TAGS + TaggerTags.OUTSIDE] = 5;

    assertThat(TaggerPath.best(scores, new int[TAGS * TAGS]))
        .containsExactly(
            TaggerTags.tag(0, TaggerTags.BEGIN),
            TaggerTags.tag(0, TaggerTags.LAST),
            TaggerTags.OUTSIDE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void closesEveryNameItOpens(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      int length = 1 + random.nextInt(6);
      int[] scores = random.ints((long) length * TAGS, -100, 100).toArray();
      int[] transitions = random.ints((long) TAGS * TAGS, -50, 50).toArray();

      int before = TaggerTags.OUTSIDE;
      for (int tag : TaggerPath.best(scores, transitions)) {
        assertThat(TaggerTags.follows(before, tag)).isTrue();
        before = tag;
      }
      assertThat(TaggerTags.isExit(before)).isTrue();
    }
  }
}
