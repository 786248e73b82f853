package io.nutgraf.cli;

import io.nutgraf.job.RunReport;
import io.nutgraf.job.Sessions;
import io.nutgraf.job.Takedown;
import io.nutgraf.job.Upkeep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nutgraf forget}: a takedown. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Takes articles down: out of every night, every snapshot, the quarantine, the trash and the",
      "pages of earlier runs; they are not taken in again. A receipt says how many rows, never",
      "which. Input files and backups are not touched: they are yours to clear.",
      "",
      "The newest snapshots are made again, with the options given here, and older ones are",
      "withdrawn. So give the --config of your nights: without it the new snapshots have the",
      "defaults of all settings, and Iceberg tables are not touched.%n"
    },
    footer = {
      "",
      "Example:",
      "  nutgraf forget --config jobs/nightly.conf --article harbour-2024-0117"
    })
final class ForgetCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--article",
      paramLabel = "<id>",
      description = "The article_id of an article to take down; may be given several times.")
  private List<String> articles = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "<name>",
      description =
          "An outlet whose articles are all taken down; its whole name. May be given several times.")
  private List<String> sources = new ArrayList<>();

  @Mixin private WarehouseOption warehouse;
  @Mixin private CountingOptions counting;

  @Override
  public Integer call() {
    Takedown takedown = new Takedown(Set.copyOf(articles), Set.copyOf(sources));
    Upkeep upkeep = new Upkeep(counting.toConfig(warehouse.folder()));
    SparkSession spark = Sessions.start();
    try {
      Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
      RunReport report = upkeep.forget(spark, terminal, takedown);
      terminal.tellForgotten(report);
      return 0;
    } finally {
      Sessions.stop(spark);
    }
  }
}
