package io.nutgraf.cli;

import io.nutgraf.job.Outcome;
import io.nutgraf.job.Sessions;
import io.nutgraf.job.WarehouseCheck;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nutgraf verify}: whether published files are as they were published. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Reads every published file from end to end and compares it with the manifest: size, rows,",
      "SHA-256. Files that nobody published are named too. Ends with 3 when something is wrong,",
      "with 5 when nothing is published there. May run beside a night.%n"
    },
    footer = {"", "Example:", "  nutgraf verify --warehouse out"})
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private WarehouseOption warehouse;

  @Override
  public Integer call() {
    SparkSession spark = Sessions.start();
    try {
      WarehouseCheck check = WarehouseCheck.of(spark, warehouse.folder());
      PrintWriter out = spec.commandLine().getOut();
      check.faults().forEach(out::println);
      out.printf(
          "Manifest %d: %,d files, %,d bytes, %s%n",
          check.manifest(),
          check.files(),
          check.bytes(),
          check.faults().isEmpty() ? "all as published" : check.faults().size() + " faults");
      out.flush();
      return check.faults().isEmpty() ? 0 : Outcome.GATE_FAILED.exitCode();
    } finally {
      Sessions.stop(spark);
    }
  }
}
