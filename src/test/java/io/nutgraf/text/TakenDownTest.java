package io.nutgraf.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakenDownTest {
  private static final TakenDown WHAT =
      TakenDown.of(Set.of("gone-77", "77", "http://n/a", "Größe-7"), Set.of("AP"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"gone-77\", \"text\": 7}",
        "{\"id\": \" gone-77 \", \"text\": 7}",
        "{\"id\": 77, \"text\": 7}",
        "{\"text\": 7, \"id\": 77}",
        "{\"ids\": [1, 77]",
        "{\"text\": \"a \\\"quote\\\", and\", \"id\":77}",
        "{\"id\":\"gone\\u002d77\"}",
        "{\"id\":\"http:\\/\\/n\\/a\"}",
        "{\"text\": \"one \" too many\", \"id\": \"gone-77\"",
        "{\"source\":\"AP\",\"text\":",
        "gone-77,Wire,a text",
        "x;AP;a text",
        "x\t AP \ta text\r",
        "x,\"AP\",\"a text\"",
        "{\"source\":\"AP\"\"title\":\"x\"}",
        "{\"id\":\"\"gone-77\"\",\"text\":7}",
        "x,\"\"AP\"\",y",
        "\"a \"\"word\"\", x\",AP",
        "x,\"not closed, AP\ny,AP,the next record",
        "AP"
      })
  void aWholeFieldIsFound(String record) {
    assertThat(WHAT.isNamedIn(record.getBytes(UTF_8))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"gone-771\", \"source\": \"MAP\", \"text\": 7}",
        "{\"id\": 771, \"text\": 77.5}",
        "{\"text\": \"Wires (Reuters, AP, AFP) said gone-77 is gone\"}",
        "{\"text\": \"cut off in Reuters, AP, and",
        "{\"text\": \"he said \\\"AP\\\" twice\"}",
        "x,MAP,\"Reuters, AP, and others\"",
        "x,MAP,\"he said \"\"AP\"\" twice\"",
        "x,MAP,says AP",
        "",
        "\""
      })
  void aPartOfAFieldIsNot(String record) {
    assertThat(WHAT.isNamedIn(record.getBytes(UTF_8))).isFalse();
  }

  @Test
  void otherEncodingsAreRead() {
    String record = "Größe-7,Wire,text";
    assertThat(WHAT.isNamedIn(record.getBytes(UTF_8))).isTrue();
    assertThat(WHAT.isNamedIn(record.getBytes(ISO_8859_1))).isTrue();
    assertThat(WHAT.isNamedIn(("x\n" + record).getBytes(UTF_16))).isTrue();
    assertThat(WHAT.isNamedIn(("x\n" + record).getBytes(UTF_16LE))).isTrue();
    assertThat(WHAT.isNamedIn(null)).isFalse();
  }

  /** Such articles have no identifier of their own in the input. */
  @Test
  void aUrlNamesTheArticleThatHasItsIdFromIt() {
    String id = DigestUtils.sha256Hex("https://n/b").substring(0, 32);
    TakenDown what = TakenDown.of(Set.of(id), Set.of());

    assertThat(what.isNamedIn("{\"url\": \"https://n/b\"".getBytes(UTF_8))).isTrue();
    assertThat(what.isNamedIn("{\"url\": \"https://n/bc\"".getBytes(UTF_8))).isFalse();
  }

  @Test
  void aPlainTextIsNamedByItsPathAlone() {
    TakenDown what = TakenDown.of(Set.of("Wire/2024/gone.txt"), Set.of("AP"));
    byte[] text = "Reuters, AP, and others".getBytes(UTF_8);

    assertThat(what.isNamedIn("file:/in/AP/a.txt", text)).isTrue();
    assertThat(what.isNamedIn("file:/in/AP/a.txt.gz", text)).isTrue();
    assertThat(what.isNamedIn("file:/in/Wire/2024/gone.txt", text)).isTrue();
    assertThat(what.isNamedIn("Wire/2024/gone.txt", text)).isTrue();
    assertThat(what.isNamedIn("file:/in/MAP/a.txt", text)).isFalse();
    assertThat(what.isNamedIn("file:/in/AP/2024/a.txt", text)).isFalse();
    assertThat(what.isNamedIn("file:/in/MAP/a.csv", text)).isTrue();
  }

  @Test
  void kindsAreToldApartWhereTheyAreKnown() {
    assertThat(WHAT.hasArticle("gone-77")).isTrue();
    assertThat(WHAT.hasArticle("AP")).isFalse();
    assertThat(WHAT.hasArticle(null)).isFalse();
    assertThat(WHAT.hasSource("AP")).isTrue();
    assertThat(WHAT.hasSource("gone-77")).isFalse();
    assertThat(WHAT.hasSource(null)).isFalse();
  }

  /** A record may be a MiB of separators. */
  @Test
  void aLongRecordIsReadInItsLength() {
    byte[] record = (",a;\"b\"".repeat(1 << 17) + ",AP").getBytes(UTF_8);

    assertThat(WHAT.isNamedIn(record)).isTrue();
    assertThat(TakenDown.of(Set.of("x"), Set.of()).isNamedIn(record)).isFalse();
  }
}
