package io.nutgraf.cli;

import io.nutgraf.job.PairExplanation;
import io.nutgraf.job.Sessions;
import io.nutgraf.setting.WrongSettingException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nutgraf explain}: the paragraphs behind a number. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Prints how often two actors are named together, and where: each paragraph once, with all",
      "the articles that carry it or a copy of it.%n"
    },
    footer = {
      "",
      "Examples:",
      "  nutgraf explain --warehouse out --pair \"John Kerry\" OSCE",
      "  nutgraf explain --warehouse out --pair state:ARM state:AZE --unit sentence --limit 5"
    })
final class ExplainCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--pair",
      required = true,
      arity = "2",
      paramLabel = "<actor>",
      description = "Two actors, each by actor_id or name.")
  private List<String> pair;

  @Option(
      names = "--unit",
      defaultValue = "paragraph",
      paramLabel = "<unit>",
      description =
          "sentence, paragraph or article (then the paragraphs that name one of the two)."
              + " Default: ${DEFAULT-VALUE}.")
  private String unit;

  @Option(
      names = "--limit",
      defaultValue = "20",
      paramLabel = "<n>",
      description = "So many paragraphs at most, the earliest. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Override
  public Integer call() {
    String checkedUnit = Units.check(unit);
    if (pair.size() != 2) {
      throw new WrongSettingException("--pair wants two actors, but has " + pair);
    }
    SparkSession spark = Sessions.start();
    try {
      print(
          PairExplanation.of(
              spark, warehouse.folder(), pair.get(0), pair.get(1), checkedUnit, limit),
          spec.commandLine().getOut());
      return 0;
    } finally {
      Sessions.stop(spark);
    }
  }

  private void print(PairExplanation pairs, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%s - %s: %,d %ss as printed, %,d once copies count once%s%n",
        pairs.actorA(),
        pairs.actorB(),
        pairs.nRaw(),
        unit,
        pairs.nDistinct(),
        pairs.g2() == null ? "" : String.format(Locale.ROOT, ", g2 %.1f", pairs.g2()));
    int number = 0;
    for (PairExplanation.Piece piece : pairs.pieces()) {
      number++;
      out.printf(
          Locale.ROOT,
          "%n%d. %s%n",
          number,
          piece.text() == null ? "(no text)" : piece.text().strip());
      if (piece.reuseKind() != null) {
        out.printf(
            Locale.ROOT,
            "   %s: %,d copies in %,d outlets, first in %s%n",
            piece.reuseKind(),
            piece.occurrences(),
            piece.sources(),
            piece.firstSource() == null ? "-" : piece.firstSource());
      }
      for (PairExplanation.Place place : piece.places()) {
        out.printf(
            Locale.ROOT,
            "   %s  %-20s %s, paragraph %d%n",
            place.day() == null ? "no date   " : place.day(),
            place.source() == null ? "-" : place.source(),
            place.articleId(),
            place.paragraph());
      }
    }
    if (pairs.allPieces() > number) {
      out.printf(Locale.ROOT, "%n%,d more; see --limit%n", pairs.allPieces() - number);
    }
    out.flush();
  }
}
