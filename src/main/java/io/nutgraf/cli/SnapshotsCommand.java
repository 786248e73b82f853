package io.nutgraf.cli;

import io.nutgraf.job.RunReport;
import io.nutgraf.job.Sessions;
import io.nutgraf.job.Upkeep;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nutgraf snapshots}: the snapshots once more. */
@Command(
    name = "snapshots",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Makes the snapshots again from the facts of all nights, for example with another",
      "threshold, or after nights with --snapshots false.%n"
    },
    footer = {
      "",
      "Example:",
      "  nutgraf snapshots --config jobs/nightly.conf --near-threshold 0.6"
    })
final class SnapshotsCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;
  @Mixin private CountingOptions counting;

  @Override
  public Integer call() {
    Upkeep upkeep = new Upkeep(counting.toConfig(warehouse.folder()));
    SparkSession spark = Sessions.start();
    try {
      Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
      RunReport report = upkeep.remakeSnapshots(spark, terminal);
      terminal.summarise(report);
      return 0;
    } finally {
      Sessions.stop(spark);
    }
  }
}
