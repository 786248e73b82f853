package io.nutgraf.report;

import java.util.List;
import java.util.Locale;

/** The strongest pairs, those that copies inflate, and those that rise. */
final class PairsSection {
  private PairsSection() {}

  static void write(Html html, NightPage.Pairs pairs) {
    html.open("section", "id", "pairs", "aria-labelledby", "pairs-title");
    html.element("h2", "Pairs of actors", "id", "pairs-title");
    html.element("h3", "Strongest, copies counted once");
    table(html, "Pairs in most distinct articles", pairs.strongest());
    html.element("h3", "Strong because they were copied");
    html.element(
        "p",
        "Few stories stand behind these, printed many times. A network drawn from raw counts"
            + " would put them in its middle.");
    table(html, "Pairs that copies inflate most", pairs.inflated());
    html.element("h3", "Rising");
    rising(html, pairs.rising());
    html.close();
  }

  private static void table(Html html, String caption, List<NightPage.Pair> pairs) {
    if (pairs.isEmpty()) {
      html.element("p", "There is none.", "class", "nothing");
      return;
    }
    long most = pairs.stream().mapToLong(NightPage.Pair::nRaw).max().orElse(1);
    HtmlTable table =
        new HtmlTable(
            caption,
            "Actor",
            "Actor",
            "#Copies once",
            "#As printed",
            "#Inflated",
            "As printed (above), copies once (below)");
    table.open(html);
    for (NightPage.Pair pair : pairs) {
      html.open("tr");
      html.element("th", pair.a(), "scope", "row").element("td", pair.b());
      html.element("td", Words.number(pair.nDistinct()), "class", "number");
      html.element("td", Words.number(pair.nRaw()), "class", "number");
      html.element("td", Words.times(pair.nRaw(), pair.nDistinct()), "class", "number");
      bar(html, pair, most);
      html.close();
    }
    table.close(html);
  }

  /** The numbers stand beside it, so it is hidden from screen readers. */
  private static void bar(Html html, NightPage.Pair pair, long most) {
    html.open("td", "class", "bars", "aria-hidden", "true");
    html.element("span", "", "class", "bar raw", "style", width(pair.nRaw(), most));
    html.element("span", "", "class", "bar distinct", "style", width(pair.nDistinct(), most));
    html.close();
  }

  private static String width(long n, long most) {
    return String.format(Locale.ROOT, "width:%.1f%%", 100.0 * n / most);
  }

  private static void rising(Html html, NightPage.Rising rising) {
    if (rising == null) {
      html.element(
          "p", "The corpus has one day of articles: nothing to compare.", "class", "nothing");
      return;
    }
    html.element(
        "p",
        "Articles from %s to %s against those from %s on before; copies counted once, on the day of the first copy. Expected is what the pair would have had, had it kept its earlier share of all pairs; looked at are the 1,000 pairs named most in the newest days."
            .formatted(rising.since(), rising.last(), rising.first()));
    if (rising.pairs().isEmpty()) {
      html.element("p", "No pair rose.", "class", "nothing");
      return;
    }
    HtmlTable table =
        new HtmlTable("Pairs that rose", "Actor", "Actor", "#Recent", "#Expected", "#Earlier");
    table.open(html);
    for (NightPage.Rise rise : rising.pairs()) {
      table.row(
          html,
          rise.a(),
          rise.b(),
          Words.number(rise.recent()),
          Words.oneDecimal(rise.expected()),
          Words.number(rise.earlier()));
    }
    table.close(html);
  }
}
