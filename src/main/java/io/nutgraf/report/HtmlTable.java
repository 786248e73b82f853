package io.nutgraf.report;

import java.util.Arrays;
import java.util.List;

/**
 * A table with a caption and headed columns, whose first column heads each row.
 *
 * @param columns a heading each; those that start with # hold numbers
 */
record HtmlTable(String caption, List<String> columns) {
  private static final String NUMBER = "#";

  HtmlTable(String caption, String... columns) {
    this(caption, Arrays.asList(columns));
  }

  /** Opens the table up to its first row. */
  void open(Html html) {
    // A wide table scrolls by itself, also by keyboard, and the page does not.
    html.open("div", "class", "scroll", "role", "region", "aria-label", caption, "tabindex", "0");
    html.open("table").element("caption", caption);
    html.open("thead").open("tr");
    for (String column : columns) {
      html.element("th", heading(column), "scope", "col", "class", kind(column));
    }
    html.close().close().open("tbody");
  }

  void row(Html html, String... cells) {
    html.open("tr");
    for (int i = 0; i < cells.length; i++) {
      String kind = kind(columns.get(i));
      if (i == 0) {
        html.element("th", cells[i], "scope", "row", "class", kind);
      } else {
        html.element("td", cells[i], "class", kind);
      }
    }
    html.close();
  }

  void close(Html html) {
    html.close().close().close();
  }

  private static String heading(String column) {
    return column.startsWith(NUMBER) ? column.substring(1) : column;
  }

  private static String kind(String column) {
    return column.startsWith(NUMBER) ? "number" : null;
  }
}
