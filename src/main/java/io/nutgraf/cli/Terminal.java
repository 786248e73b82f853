package io.nutgraf.cli;

import io.nutgraf.job.Progress;
import io.nutgraf.job.RunReport;
import java.io.Console;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person sees: progress on standard error while it runs, the summary on standard output. */
final class Terminal implements Progress {
  private static final int MOST_GAPS = 5;
  private static final String CLUSTERS = "clusters";
  private static final String REMOVED = "removed_";

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean isWatched;
  private int made;

  /** Quotes articles only where a person reads it: elsewhere it ends in a log, and stays there. */
  Terminal(PrintWriter out, PrintWriter err) {
    this(out, err, isWatched(System.console()));
  }

  Terminal(PrintWriter out, PrintWriter err, boolean isWatched) {
    this.out = out;
    this.err = err;
    this.isWatched = isWatched;
  }

  /** From Java 22 on there may be a console that is none, and it says so. */
  private static boolean isWatched(Console console) {
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  @Override
  public synchronized void finished(String table, long rows, double seconds) {
    made++;
    err.printf(Locale.ROOT, "%3d %-20s %,12d rows %8.1f s%n", made, table, rows, seconds);
  }

  void summarise(RunReport report) {
    boolean isNight = report.intake() != null;
    out.printf(
        Locale.ROOT,
        "%n%s published in %.1f s%n",
        isNight ? "Night " + report.date() : "Snapshots",
        report.seconds());
    if (isNight) {
      out.println("  " + report.intake());
    }
    report.warnings().forEach(warning -> out.println("  warning: " + warning));
    if (report.counts().containsKey(CLUSTERS)) {
      printHighlights(report);
    } else {
      out.println("  Only the facts: make the snapshots with nutgraf snapshots, or a later night");
    }
    printPlaces(report);
  }

  /** What is published of several nights, and what is not because one of them failed. */
  void tellWhereToGoOn(List<LocalDate> nights, int published) {
    LocalDate failed = nights.get(published);
    err.printf(
        "Nights %s to %s are published, without snapshots; night %s failed. Go on with --from %s"
            + " --to %s, or make the snapshots with nutgraf snapshots%n",
        nights.get(0), nights.get(published - 1), failed, failed, nights.get(nights.size() - 1));
  }

  /** What a takedown removed. */
  void tellForgotten(RunReport report) {
    out.printf(Locale.ROOT, "%nForgotten in %.1f s; rows removed:%n", report.seconds());
    report
        .counts()
        .forEach(
            (what, rows) -> {
              if (what.startsWith(REMOVED)) {
                out.printf(Locale.ROOT, "  %-12s %,d%n", what.substring(REMOVED.length()), rows);
              }
            });
    report.warnings().forEach(warning -> out.println("  warning: " + warning));
    printPlaces(report);
  }

  private void printHighlights(RunReport report) {
    out.println();
    out.println(
        isWatched
            ? "Most copied paragraphs (articles, outlets, first in):"
            : "Most copied paragraphs (articles, outlets, first in), quoted in the page:");
    for (RunReport.Copied copied : report.mostCopied()) {
      out.printf(
          Locale.ROOT,
          "  %5d %4d  %-20s %s%n",
          copied.articles(),
          copied.sources(),
          copied.firstSource() == null ? "-" : copied.firstSource(),
          isWatched ? copied.text().replaceAll("\\s+", " ") : "");
    }
    out.println();
    out.println("Strongest pairs of actors (articles: copies counted once, as printed):");
    for (RunReport.Pair pair : report.strongestPairs()) {
      out.printf(
          Locale.ROOT, "  %5d %5d  %s - %s%n", pair.nDistinct(), pair.nRaw(), pair.a(), pair.b());
    }
    if (!report.gaps().isEmpty()) {
      out.println();
      out.println(
          report.gaps().stream()
              .limit(MOST_GAPS)
              .map(gap -> gap.name() + " " + gap.mentions())
              .collect(Collectors.joining(", ", "Named most, but in no dictionary: ", "")));
    }
  }

  private void printPlaces(RunReport report) {
    out.printf(
        "%nTables: %s%nReport: %s%nPage:   %s%n",
        report.tablesFolder(), report.runFile(), report.pageFile());
    report
        .clustersFolder()
        .ifPresent(
            clusters ->
                out.printf(
                    "Open them with DuckDB:%n"
                        + "  duckdb -c \"SELECT reuse_kind, count(*) FROM '%s/*.parquet' GROUP BY"
                        + " ALL\"%n",
                    clusters));
    out.flush();
  }
}
