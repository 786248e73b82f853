package io.nutgraf.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import org.junit.jupiter.api.Test;

class MergeFileTest {

  private static Corrections read(String text) {
    return MergeFile.read("merge.csv", new StringReader(text));
  }

  @Test
  void readsSurfacesAndActors() {
    Corrections corrections = read("from,to\nLee,person:ann-lee\n\n\"Lee, Ann\",!\norg:a,org:b\n");

    assertThat(corrections.lines())
        .containsExactly(
            new Correction(2, "Lee", "person:ann-lee"),
            new Correction(4, "Lee, Ann", "!"),
            new Correction(5, "org:a", "org:b"));
  }

  @Test
  void takesTheSurfaceBeforeTheActor() {
    Corrections corrections = read("from,to\nLee,person:x\nperson:lee,person:y\n");

    assertThat(corrections.of("Lee", "person:lee").to()).isEqualTo("person:x");
    assertThat(corrections.of("Lee", null).to()).isEqualTo("person:x");
    assertThat(corrections.of("Ann Lee", "person:lee").to()).isEqualTo("person:y");
    assertThat(corrections.of("Ann Lee", null)).isNull();
  }

  @Test
  void namesEveryMalformedLine() {
    assertThatThrownBy(() -> read("from,to\nLee,!\nLee,a\nPoe\n,a\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("merge.csv:3: found 'Lee,a', expected something else than line 2 has")
        .hasMessageContaining("merge.csv:4: found 'Poe'")
        .hasMessageContaining("merge.csv:5: found ',a'")
        .hasMessageNotContaining("merge.csv:2");
  }

  @Test
  void wantsTheHeader() {
    assertThatThrownBy(() -> read("Lee,!\n")).hasMessageContaining("merge.csv:1: found 'Lee,!'");
    assertThatThrownBy(() -> read("")).hasMessageContaining("the header from,to");
  }
}
