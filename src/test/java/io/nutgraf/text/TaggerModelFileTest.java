package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class TaggerModelFileTest {

  @Test
  void readsWhatItWrote() throws IOException {
    TaggerParameters written = parameters();

    ByteArrayOutputStream file = new ByteArrayOutputStream();
    TaggerModelFile.write(written, file);
    TaggerParameters read = TaggerModelFile.read(new ByteArrayInputStream(file.toByteArray()));

    assertThat(read).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void refusesAFileOfAnotherKind() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(file)) {
      out.write(new byte[] {1, 2, 3, 4});
    }

    assertThatThrownBy(() -> TaggerModelFile.read(new ByteArrayInputStream(file.toByteArray())))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "Not a tagger model of this version: it starts with 01020304 instead of 4e544702");
  }

  private static TaggerParameters parameters() {
    Random random = new Random(1);
    byte[] weights = new byte[5 * TaggerTags.SIZE];
    random.nextBytes(weights);
    int[] transitions = random.ints(TaggerTags.SIZE * TaggerTags.SIZE, -500, 500).toArray();
    return new TaggerParameters(
        new int[] {0, 2, 3},
        new int[] {Integer.MIN_VALUE, -7, 1, Integer.MAX_VALUE},
        new int[] {0, 1, 70_000, 0xffffff},
        new int[] {-1, 5},
        new int[] {255, 3},
        new int[] {9},
        new int[] {65_535},
        transitions,
        new int[] {-900_000, -1, 2, 130, 1_000_000_000},
        weights);
  }
}
