package io.nutgraf.cli;

import io.nutgraf.job.Night;
import io.nutgraf.job.NightConfig;
import io.nutgraf.job.Sessions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nutgraf run}: one night, from articles to published Parquet. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Reads articles, finds copies and actors, counts who appears with whom, and publishes",
      "the night. Running a date again replaces it. Give --date, or --from and --to.%n"
    },
    footer = {
      "",
      "Examples:",
      "  A folder of JSON lines, gzipped or not:",
      "    nutgraf run --input news/ --warehouse out --date 2024-05-01",
      "  CSV with columns of other names:",
      "    nutgraf run --input dump.csv --column text=body --column article_id=guid \\",
      "      --warehouse out --date 2024-05-01",
      "  Your own actors before the built-in ones:",
      "    nutgraf run --input news/ --dictionary actors.csv --warehouse out --date 2024-05-01",
      "  Options from a file, which the command line overrides:",
      "    nutgraf run --config jobs/nightly.conf --date 2024-05-01",
      "  Many nights, each with its own input:",
      "    nutgraf run --input 'news/{date}*.jsonl.gz' --warehouse out \\",
      "      --from 2024-05-01 --to 2024-05-31"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      parameterConsumer = FileNames.class,
      paramLabel = "<path>",
      description =
          "Files, folders or globs on any Hadoop file system: JSON lines, CSV, Parquet or plain"
              + " text; .gz and .zst are unpacked. {date} stands for the night.")
  private List<String> inputs;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "<folder>",
      description = "Root folder; tables are under tables/TABLE/date=YYYY-MM-DD/.")
  private String warehouse;

  @Mixin private NightOptions nights;
  @Mixin private ReadingOptions reading;
  @Mixin private CountingOptions counting;
  @Mixin private CheckOptions checks;

  @Option(
      names = "--metrics-file",
      paramLabel = "<file>",
      description =
          "File of this machine, named *.prom, that tells a Prometheus node exporter how the run"
              + " ended, published or not.")
  private String metricsFile;

  @Override
  public Integer call() {
    List<LocalDate> dates = nights.dates(inputs);
    List<NightConfig> configs =
        dates.stream()
            .map(date -> toConfig(date, date.equals(dates.get(dates.size() - 1))))
            .toList();
    SparkSession spark = Sessions.start();
    try {
      Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
      run(spark, terminal, configs);
      return 0;
    } finally {
      Sessions.stop(spark);
    }
  }

  private static void run(SparkSession spark, Terminal terminal, List<NightConfig> nights) {
    int published = 0;
    try {
      for (NightConfig night : nights) {
        terminal.summarise(new Night(night).run(spark, terminal));
        published++;
      }
    } finally {
      if (published > 0 && published < nights.size()) {
        terminal.tellWhereToGoOn(nights.stream().map(NightConfig::date).toList(), published);
      }
    }
  }

  private NightConfig toConfig(LocalDate date, boolean isLast) {
    return new NightConfig(
        inputs.stream().map(input -> nights.inputOf(input, date)).toList(),
        date,
        reading.toConfig(),
        checks.toConfig(),
        nights.makesSnapshots(isLast),
        counting.toConfig(warehouse),
        metricsFile,
        parameters());
  }

  /** Every option with its value, for the report. */
  private Map<String, String> parameters() {
    Set<String> ours = Set.of("--help", "--version");
    Map<String, String> parameters = new TreeMap<>();
    for (CommandLine.Model.OptionSpec option : spec.options()) {
      Object value = option.getValue();
      if (!ours.contains(option.longestName()) && value != null) {
        parameters.put(option.longestName().substring(2), value.toString());
      }
    }
    return parameters;
  }
}
