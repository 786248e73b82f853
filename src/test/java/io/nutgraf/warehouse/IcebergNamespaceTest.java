package io.nutgraf.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcebergNamespaceTest {

  @Test
  void everyPartOfANameIsQuoted() {
    IcebergNamespace news = IcebergNamespace.parse("lake.press-desk.`v1.2`.`a``b`");

    assertThat(news.parts()).containsExactly("lake", "press-desk", "v1.2", "a`b");
    assertThat(news.quoted("articles")).isEqualTo("`lake`.`press-desk`.`v1.2`.`a``b`.`articles`");
    assertThat(IcebergNamespace.literal("it's a \\")).isEqualTo("'it\\'s a \\\\'");
  }

  @Test
  void asAnOptionItIsReadAgain() {
    IcebergNamespace news = IcebergNamespace.parse("lake.press-desk.`v1.2`.`a``b`");

    assertThat(news.option()).isEqualTo("lake.press-desk.`v1.2`.`a``b`");
    assertThat(IcebergNamespace.parse(news.option())).isEqualTo(news);
  }

  @Test
  void theNamespacesAboveComeFirst() {
    assertThat(IcebergNamespace.parse("lake.a.b").path())
        .extracting(IcebergNamespace::quoted)
        .containsExactly("`lake`.`a`", "`lake`.`a`.`b`");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "lake", "lake.", ".news", "lake..news", "lake.`news", "`lake`news"})
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> IcebergNamespace.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "--iceberg-namespace is %s; give a catalog and a namespace in it, for example"
                + " lake.news",
            name);
  }
}
