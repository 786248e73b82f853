package io.nutgraf.cli;

import io.nutgraf.job.Sessions;
import io.nutgraf.job.Upkeep;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nutgraf rebuild-state}: what the next night need not compute again. */
@Command(
    name = "rebuild-state",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Makes the state again from the published facts: reads all texts for actors once more and",
      "makes the snapshots from all facts. The state is a cache: without it the next night takes",
      "longer and gives the same rows.%n"
    },
    footer = {"", "Example:", "  nutgraf rebuild-state --config jobs/nightly.conf"})
final class RebuildStateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;
  @Mixin private CountingOptions counting;

  @Override
  public Integer call() {
    Upkeep upkeep = new Upkeep(counting.toConfig(warehouse.folder()));
    SparkSession spark = Sessions.start();
    try {
      Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
      terminal.summarise(upkeep.rebuildState(spark, terminal));
      return 0;
    } finally {
      Sessions.stop(spark);
    }
  }
}
