package io.nutgraf.cli;

import io.nutgraf.job.RunReport;
import io.nutgraf.job.Sessions;
import io.nutgraf.job.Upkeep;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nutgraf compact}: fewer, larger files. */
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {"Writes nights of many small files again in fewer; the rows stay the same.%n"},
    footer = {"", "Example:", "  nutgraf compact --warehouse out --target-mib 256"})
final class CompactCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--target-mib",
      defaultValue = "256",
      paramLabel = "<n>",
      description = "How large a file should be. Default: ${DEFAULT-VALUE}.")
  private int targetMib;

  @Mixin private WarehouseOption warehouse;
  @Mixin private CountingOptions counting;

  @Override
  public Integer call() {
    Upkeep upkeep = new Upkeep(counting.toConfig(warehouse.folder()));
    SparkSession spark = Sessions.start();
    try {
      Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
      RunReport report = upkeep.compact(spark, terminal, targetMib);
      spec.commandLine().getOut().printf("%,d files fewer%n", report.counts().get("files_fewer"));
      spec.commandLine().getOut().flush();
      return 0;
    } finally {
      Sessions.stop(spark);
    }
  }
}
