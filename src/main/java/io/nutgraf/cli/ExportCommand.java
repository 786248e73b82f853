package io.nutgraf.cli;

import io.nutgraf.job.NetworkExport;
import io.nutgraf.job.Sessions;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nutgraf export}: the network of actors, for Gephi, networkx, igraph and spreadsheets. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Writes the strongest part of the network of actors: one undirected edge a pair, weighted",
      "by n_distinct, with both counts and all measures.%n"
    },
    footer = {
      "",
      "Examples:",
      "  nutgraf export --warehouse out --format gexf --output network.gexf",
      "  nutgraf export --warehouse out --format csv --output network/ --unit sentence --top 300"
    })
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "<format>",
      description = "gexf, graphml or csv (nodes.csv and edges.csv).")
  private String format;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "<path>",
      description = "File to write on this machine, or folder for csv; replaced if it is there.")
  private Path output;

  @Option(
      names = "--unit",
      defaultValue = "article",
      paramLabel = "<unit>",
      description = "sentence, paragraph or article. Default: ${DEFAULT-VALUE}.")
  private String unit;

  @Option(
      names = "--min-distinct",
      defaultValue = "3",
      paramLabel = "<n>",
      description = "Pairs in fewer distinct units are left out. Default: ${DEFAULT-VALUE}.")
  private int minDistinct;

  @Option(
      names = "--top",
      defaultValue = "1500",
      paramLabel = "<n>",
      description = "So many pairs at most, those with the greatest g2. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Override
  public Integer call() {
    NetworkExport export = new NetworkExport(format, output, Units.check(unit), minDistinct, top);
    SparkSession spark = Sessions.start();
    try {
      NetworkExport.Written written = export.from(spark, warehouse.folder());
      spec.commandLine()
          .getOut()
          .printf("%,d actors and %,d pairs in %s%n", written.nodes(), written.edges(), output);
      spec.commandLine().getOut().flush();
      return 0;
    } finally {
      Sessions.stop(spark);
    }
  }
}
