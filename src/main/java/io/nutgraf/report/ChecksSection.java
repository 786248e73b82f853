package io.nutgraf.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How far the run can be trusted: what was rejected, gates, warnings and what made it. */
final class ChecksSection {
  private static final String PASSED = "passed: ";

  private ChecksSection() {}

  static void write(Html html, List<NightPage.Rejected> rejected, NightPage.Checks checks) {
    rejected(html, rejected);
    gates(html, checks.gates());
    html.open("section", "id", "warnings", "aria-labelledby", "warnings-title");
    html.element("h2", "Warnings", "id", "warnings-title");
    if (checks.warnings().isEmpty()) {
      html.element("p", "There is none.", "class", "nothing");
    } else {
      html.open("ul");
      checks.warnings().forEach(warning -> html.element("li", warning));
      html.close();
    }
    html.close();
    html.open("section", "id", "made", "aria-labelledby", "made-title");
    html.element("h2", "How it was made", "id", "made-title");
    names(html, "Versions", checks.versions());
    names(html, "Parameters", checks.parameters());
    tables(html, checks.tables());
    html.close();
  }

  private static void rejected(Html html, List<NightPage.Rejected> rejected) {
    html.open("section", "id", "quarantine", "aria-labelledby", "quarantine-title");
    html.element("h2", "Quarantine", "id", "quarantine-title");
    if (rejected.isEmpty()) {
      html.element("p", "Every record was taken in.", "class", "nothing").close();
      return;
    }
    html.element(
        "p", "Records that could not be taken in. Their bytes are kept in the quarantine table.");
    HtmlTable table =
        new HtmlTable("Rejected records by reason", "Reason", "#Records", "For example");
    table.open(html);
    for (NightPage.Rejected reason : rejected) {
      table.row(html, reason.reason(), Words.number(reason.records()), reason.example());
    }
    table.close(html);
    html.close();
  }

  private static void gates(Html html, Map<String, String> gates) {
    html.open("section", "id", "gates", "aria-labelledby", "gates-title");
    html.element("h2", "Gates", "id", "gates-title");
    if (gates.isEmpty()) {
      html.element("p", "The run ended before any gate.", "class", "nothing").close();
      return;
    }
    HtmlTable table = new HtmlTable("What had to hold", "Gate", "Result", "Found");
    table.open(html);
    gates.forEach(
        (gate, result) -> {
          boolean isPassed = result.startsWith(PASSED);
          html.open("tr").element("th", gate, "scope", "row");
          html.open("td")
              .element(
                  "span", isPassed ? "✓ passed" : "✗ failed", "class", isPassed ? "good" : "bad");
          html.close().element("td", result.substring(result.indexOf(':') + 1).strip()).close();
        });
    table.close(html);
    html.close();
  }

  private static void names(Html html, String caption, Map<String, String> values) {
    if (values.isEmpty()) {
      return;
    }
    html.open("details").element("summary", caption);
    HtmlTable table = new HtmlTable(caption, "Name", "Value");
    table.open(html);
    new TreeMap<>(values).forEach((name, value) -> table.row(html, name, value));
    table.close(html);
    html.close();
  }

  private static void tables(Html html, List<NightPage.Made> made) {
    html.open("details").element("summary", "Tables");
    HtmlTable table = new HtmlTable("Tables made, in order", "Table", "#Rows", "#Seconds");
    table.open(html);
    for (NightPage.Made one : made) {
      table.row(html, one.table(), Words.number(one.rows()), Words.oneDecimal(one.seconds()));
    }
    table.close(html);
    html.close();
  }
}
