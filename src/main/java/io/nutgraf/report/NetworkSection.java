package io.nutgraf.report;

import java.util.Map;
import java.util.stream.Collectors;

/** The actor network: to look at and move with a script, a table without one. */
final class NetworkSection {
  private NetworkSection() {}

  static void write(Html html, NightPage.Network network) {
    html.open("section", "id", "network", "aria-labelledby", "network-title");
    html.element("h2", "Who appears with whom", "id", "network-title");
    html.element(
        "p",
        "Two actors are joined when one article names both. A line is as wide as the number of"
            + " articles, every article that repeats the same copied text counted once.");
    if (network.links().isEmpty()) {
      html.element("p", "No article names two actors.", "class", "nothing").close();
      return;
    }
    html.open("figure", "class", "chart", "id", "graph", "hidden", "hidden");
    html.open("div", "class", "controls");
    html.open("label").empty("input", "type", "checkbox", "id", "count-copies");
    html.text(" count copies as often as they were printed").close();
    html.open("label").text("at least ");
    html.empty("input", "type", "range", "id", "least", "min", "1", "max", "9", "value", "1");
    html.text(" ").element("output", "1 article", "id", "least-shown", "for", "least");
    html.close();
    html.element("button", "Zoom in", "type", "button", "id", "zoom-in");
    html.element("button", "Zoom out", "type", "button", "id", "zoom-out");
    html.element("button", "Whole network", "type", "button", "id", "zoom-all");
    html.close();
    html.open("div", "id", "drawing").close();
    html.element("p", "", "id", "chosen", "role", "status", "aria-live", "polite");
    html.element(
        "figcaption",
        "Drag an actor to move it, drag the ground to shift, scroll with Ctrl (or use the buttons)"
            + " to zoom. By keyboard: Tab to the network, arrow keys go from actor to actor. Colour and"
            + " shape tell person (circle), state (square), organisation (diamond); size tells how"
            + " many articles name it.");
    html.close();
    links(html, network);
    html.close();
  }

  private static void links(Html html, NightPage.Network network) {
    Map<String, NightPage.Actor> actors =
        network.actors().stream()
            .collect(Collectors.toMap(NightPage.Actor::id, actor -> actor, (one, same) -> one));
    html.open("details");
    html.element(
        "summary", "The network as a table of " + Words.number(network.links().size()) + " pairs");
    HtmlTable table =
        new HtmlTable(
            "Pairs drawn, by articles",
            "Actor",
            "Type",
            "Actor",
            "Type",
            "#Copies once",
            "#As printed");
    table.open(html);
    for (NightPage.Link link : network.links()) {
      NightPage.Actor a = actors.get(link.a());
      NightPage.Actor b = actors.get(link.b());
      table.row(
          html,
          a.name(),
          a.type(),
          b.name(),
          b.type(),
          Words.number(link.nDistinct()),
          Words.number(link.nRaw()));
    }
    table.close(html);
    html.close();
  }
}
