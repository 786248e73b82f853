package io.nutgraf.job;

import io.nutgraf.report.NightPage;
import io.nutgraf.report.WritePage;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Texts;
import io.nutgraf.warehouse.RunFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The report of a run as a page to look at. */
final class RunPage {
  static final String FILE = "report.html";

  private RunPage() {}

  static void write(RunFolder folder, RunReport report) throws IOException {
    folder.write(FILE, WritePage.of(of(report)));
  }

  private static NightPage of(RunReport report) {
    PageRows rows = report.pageRows();
    return new NightPage(
        new NightPage.About(
            report.runId(), report.date(), report.status(), report.message(), report.seconds()),
        numbers(report.counts()),
        rows.copied(),
        rows.flows(),
        rows.network(),
        rows.pairs(),
        report.rejected(),
        new NightPage.Checks(
            report.gates(),
            report.warnings(),
            report.versions(),
            report.parameters(),
            report.tables().stream()
                .map(made -> new NightPage.Made(made.table(), made.rows(), made.seconds()))
                .toList()));
  }

  private static List<NightPage.Figure> numbers(Map<String, Long> counts) {
    List<NightPage.Figure> numbers = new ArrayList<>();
    add(numbers, counts, "read", "Records read", "this night");
    add(numbers, counts, "accepted", "Articles accepted", "this night");
    add(
        numbers,
        counts,
        "superseded",
        "Superseded",
        "an older version of an article that came twice");
    add(numbers, counts, "quarantined", "Quarantined", "could not be taken in; see below");
    add(numbers, counts, "blank", "Blank", "empty lines and records");
    add(numbers, counts, Paragraphs.TABLE.name(), "Paragraphs", "this night, copies included");
    add(
        numbers,
        counts,
        Texts.TABLE.name(),
        "Distinct paragraphs",
        "this night, exact copies once");
    add(numbers, counts, Mentions.TABLE.name(), "Mentions of actors", "this night");
    add(numbers, counts, Evidence.TABLE.name(), "Places of pairs", "this night, in all units");
    add(numbers, counts, Clusters.TABLE.name(), "Clusters of copies", "whole corpus");
    add(
        numbers,
        counts,
        NearDuplicates.TABLE.name(),
        "Near copies linked",
        "whole corpus, every link verified");
    add(numbers, counts, Actors.TABLE.name(), "Actors", "named in the whole corpus");
    return numbers;
  }

  private static void add(
      List<NightPage.Figure> numbers,
      Map<String, Long> counts,
      String count,
      String label,
      String explanation) {
    if (counts.containsKey(count)) {
      numbers.add(new NightPage.Figure(label, counts.get(count), explanation));
    }
  }
}
