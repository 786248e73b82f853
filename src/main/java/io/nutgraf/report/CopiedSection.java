package io.nutgraf.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The most copied paragraphs: what they say, who had them first and who ran them when. */
final class CopiedSection {
  private CopiedSection() {}

  static void write(Html html, List<NightPage.Copied> copied) {
    html.open("section", "id", "copied", "aria-labelledby", "copied-title");
    html.element("h2", "Most copied", "id", "copied-title");
    html.element(
        "p",
        "The paragraph that most outlets ran of each story, over the whole corpus. Furniture (footers and"
            + " the like) and paragraphs under 8 words are left out. First means first in this"
            + " corpus: an outlet that is not read here may have had it before.");
    if (copied.isEmpty()) {
      html.element("p", "No paragraph has a copy.", "class", "nothing").close();
      return;
    }
    html.open("figure", "class", "chart", "id", "timeline", "hidden", "hidden");
    html.element(
        "figcaption",
        "Who ran it when. A ring is the first copy. Time in UTC. The same times stand in the lists"
            + " below.");
    html.close();
    html.open("ol", "class", "copied");
    int rank = 0;
    for (NightPage.Copied cluster : copied) {
      rank++;
      html.open("li", "id", "copied-" + rank);
      story(html, cluster);
      html.close();
    }
    html.close().close();
  }

  private static void story(Html html, NightPage.Copied cluster) {
    html.open("blockquote").element("p", cluster.text()).close();
    html.open("p", "class", "facts");
    html.element("strong", Words.count(cluster.sources(), "outlet", "outlets"));
    html.text(", " + Words.count(cluster.articles(), "article", "articles") + ". First in ");
    html.element("strong", cluster.firstSource() == null ? "(no outlet)" : cluster.firstSource());
    html.text(". " + cluster.reuseKind().replace('_', ' ') + ".");
    if (cluster.otherClusters() > 0) {
      html.text(
          " "
              + Words.count(cluster.otherClusters(), "more paragraph", "more paragraphs")
              + " of the same article copied.");
    }
    html.close();
    runs(html, cluster);
  }

  private static void runs(Html html, NightPage.Copied cluster) {
    html.open("details").element("summary", "Who ran it when");
    HtmlTable table =
        new HtmlTable(
            "Articles with this paragraph, earliest first",
            "Published, UTC",
            "After the first",
            "Outlet",
            "Headline",
            "article_id");
    table.open(html);
    Instant first = cluster.runs().isEmpty() ? null : cluster.runs().get(0).at();
    for (NightPage.Run run : cluster.runs()) {
      table.row(
          html,
          Words.moment(run.at()),
          first == null || run.at() == null ? "" : after(Duration.between(first, run.at())),
          run.source(),
          run.title(),
          run.articleId());
    }
    table.close(html);
    long cut = cluster.articles() - cluster.runs().size();
    if (cut > 0) {
      html.element("p", "and " + Words.count(cut, "later article", "later articles") + ".");
    }
    html.close();
  }

  private static String after(Duration lag) {
    return lag.isZero() ? "first" : Words.lag(lag);
  }
}
