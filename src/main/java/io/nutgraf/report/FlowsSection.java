package io.nutgraf.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who copies whom: a matrix of outlets, the darker the more. */
final class FlowsSection {
  private static final int OUTLETS = 12;

  private FlowsSection() {}

  static void write(Html html, List<NightPage.Flow> flows) {
    html.open("section", "id", "flows", "aria-labelledby", "flows-title");
    html.element("h2", "Who copies whom", "id", "flows-title");
    html.element(
        "p",
        "How many paragraphs the outlet of the row had first and the outlet of the column ran"
            + " later. Each cluster of copies counts once. An agency that feeds the others shows as"
            + " a full row.");
    if (flows.isEmpty()) {
      html.element("p", "No outlet ran what another had first.", "class", "nothing").close();
      return;
    }
    matrix(html, flows, busiest(flows));
    list(html, flows);
    html.close();
  }

  private static List<String> busiest(List<NightPage.Flow> flows) {
    Map<String, Long> given = new TreeMap<>();
    Map<String, Long> traffic = new TreeMap<>();
    for (NightPage.Flow flow : flows) {
      given.merge(flow.from(), flow.clusters(), Long::sum);
      traffic.merge(flow.from(), flow.clusters(), Long::sum);
      traffic.merge(flow.to(), flow.clusters(), Long::sum);
    }
    return traffic.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(OUTLETS)
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing((String outlet) -> given.getOrDefault(outlet, 0L)).reversed())
        .toList();
  }

  private static void matrix(Html html, List<NightPage.Flow> flows, List<String> outlets) {
    Map<String, Long> cells =
        flows.stream()
            .collect(
                Collectors.toMap(
                    flow -> cell(flow.from(), flow.to()), NightPage.Flow::clusters, Long::sum));
    long most = flows.stream().mapToLong(NightPage.Flow::clusters).max().orElse(1);
    String caption = "Paragraphs first in the row's outlet, later in the column's";
    html.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    html.open("table", "class", "matrix").element("caption", caption);
    html.open("thead").open("tr").element("th", "first in ↓ later in →", "scope", "col");
    for (String to : outlets) {
      html.open("th", "scope", "col").element("span", to).close();
    }
    html.close().close().open("tbody");
    for (String from : outlets) {
      html.open("tr").element("th", from, "scope", "row");
      for (String to : outlets) {
        heat(html, cells.getOrDefault(cell(from, to), 0L), most, from.equals(to));
      }
      html.close();
    }
    html.close().close().close();
  }

  private static void heat(Html html, long n, long most, boolean isItself) {
    if (isItself || n == 0) {
      html.element("td", isItself ? "" : "0", "class", isItself ? "itself" : "none");
    } else {
      double share = Math.sqrt((double) n / most);
      String heat = String.format(Locale.ROOT, "--share:%.0f%%", 100 * share);
      String kind = share > 0.6 ? "heat strong" : "heat";
      html.element("td", Words.number(n), "class", kind, "style", heat);
    }
  }

  private static void list(Html html, List<NightPage.Flow> flows) {
    html.open("details").element("summary", "As a list, with the time it took");
    HtmlTable table =
        new HtmlTable(
            "Flows between outlets, largest first",
            "First in",
            "Later in",
            "#Paragraphs",
            "#Articles",
            "#Median lag");
    table.open(html);
    for (NightPage.Flow flow : flows) {
      table.row(
          html,
          flow.from(),
          flow.to(),
          Words.number(flow.clusters()),
          Words.number(flow.articles()),
          Words.lag(flow.medianLag()));
    }
    table.close(html);
    html.close();
  }

  private static String cell(String from, String to) {
    return from.length() + ":" + from + to;
  }
}
