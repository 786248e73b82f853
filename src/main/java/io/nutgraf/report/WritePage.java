package io.nutgraf.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The page of a run as one HTML file that needs nothing else: no network, and no script to be read.
 *
 * <p>Its content security policy allows the two scripts it carries, by their hash, and nothing from
 * anywhere else; so text that slipped through every escape would still not run.
 */
public final class WritePage {
  private static final Map<String, String> CONTENTS = new LinkedHashMap<>();

  static {
    CONTENTS.put("numbers", "Numbers");
    CONTENTS.put("copied", "Most copied");
    CONTENTS.put("flows", "Who copies whom");
    CONTENTS.put("network", "Network");
    CONTENTS.put("pairs", "Pairs");
    CONTENTS.put("quarantine", "Quarantine");
    CONTENTS.put("gates", "Gates");
    CONTENTS.put("warnings", "Warnings");
    CONTENTS.put("made", "How it was made");
  }

  private WritePage() {}

  /** What the scripts draw. */
  private record Drawn(NightPage.Network network, List<NightPage.Copied> copied) {}

  /** The whole file. */
  public static String of(NightPage page) {
    Html html = new Html();
    html.open("html", "lang", "en");
    head(html, page);
    html.open("body");
    html.element("a", "Skip to the report", "href", "#main", "class", "skip");
    header(html, page.about());
    contents(html);
    html.open("main", "id", "main");
    NumbersSection.write(html, page);
    CopiedSection.write(html, page.copied());
    FlowsSection.write(html, page.flows());
    NetworkSection.write(html, page.network());
    PairsSection.write(html, page.pairs());
    ChecksSection.write(html, page.rejected(), page.checks());
    html.close();
    footer(html, page);
    scripts(html, page);
    return html.close().close().toString();
  }

  private static void head(Html html, NightPage page) {
    html.open("head").empty("meta", "charset", "utf-8");
    html.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy());
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.empty("meta", "name", "color-scheme", "content", "light dark");
    html.empty("meta", "name", "referrer", "content", "no-referrer");
    html.element("title", "Night of " + page.about().night() + " – Nutgraf");
    html.own("style", PageFiles.style());
    html.close();
  }

  private static String policy() {
    return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
        + " form-action 'none'; script-src "
        + PageFiles.fingerprint(PageFiles.library())
        + " "
        + PageFiles.fingerprint(PageFiles.script());
  }

  private static void header(Html html, NightPage.About about) {
    html.open("header");
    html.element("p", "Nutgraf", "class", "masthead");
    html.element("h1", "The night of " + about.night());
    boolean isGood = about.status().equals("published");
    html.open("p", "class", "status");
    html.element("span", about.status().replace('_', ' '), "class", isGood ? "good" : "bad");
    html.text(" in " + Words.oneDecimal(about.seconds()) + " s. Run ");
    html.element("code", about.runId()).close();
    if (!about.message().isEmpty()) {
      html.element("p", about.message(), "class", "message", "role", "alert");
    }
    html.close();
  }

  private static void contents(Html html) {
    html.open("nav", "aria-label", "Sections").open("ul");
    CONTENTS.forEach((id, title) -> html.open("li").element("a", title, "href", "#" + id).close());
    html.close().close();
  }

  private static void footer(Html html, NightPage page) {
    html.open("footer");
    html.element(
        "p",
        "Written by Nutgraf %s. The tables behind every number are Parquet, beside this folder under tables/. Drawn with D3 by Mike Bostock (ISC licence)."
            .formatted(page.checks().versions().getOrDefault("nutgraf", "")));
    html.close();
  }

  private static void scripts(Html html, NightPage page) {
    html.own(
        "script",
        ScriptData.of(new Drawn(page.network(), page.copied())),
        "type",
        "application/json",
        "id",
        "data");
    html.own("script", PageFiles.library());
    html.own("script", PageFiles.script());
  }
}
