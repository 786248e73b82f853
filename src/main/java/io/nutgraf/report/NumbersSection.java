package io.nutgraf.report;

/** How the run ended and its numbers. */
final class NumbersSection {
  private NumbersSection() {}

  static void write(Html html, NightPage page) {
    html.open("section", "id", "numbers", "aria-labelledby", "numbers-title");
    html.element("h2", "The night in numbers", "id", "numbers-title");
    if (page.numbers().isEmpty()) {
      html.element("p", "Nothing was counted before the run ended.", "class", "nothing");
    }
    html.open("dl", "class", "figures");
    for (NightPage.Figure figure : page.numbers()) {
      html.open("div").element("dt", figure.label());
      html.element("dd", Words.number(figure.value()), "class", "value");
      html.element("dd", figure.explanation(), "class", "explanation").close();
    }
    html.close().close();
  }
}
