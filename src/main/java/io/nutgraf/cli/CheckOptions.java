package io.nutgraf.cli;

import io.nutgraf.job.NightConfig;
import picocli.CommandLine.Option;

/** What a night must look like to be published. */
final class CheckOptions {
  @Option(
      names = "--min-articles",
      defaultValue = "1",
      paramLabel = "<n>",
      description = "Fewer articles in a night publish nothing. Default: ${DEFAULT-VALUE}.")
  private long minArticles;

  @Option(
      names = "--max-quarantine-share",
      defaultValue = "0.5",
      paramLabel = "<share>",
      description =
          "A greater share of rejected records publishes nothing. Default: ${DEFAULT-VALUE}.")
  private double maxQuarantineShare;

  @Option(
      names = "--max-drop",
      defaultValue = "0.9",
      paramLabel = "<share>",
      description =
          "Articles that fall short of the median of the last 14 nights by more than this share"
              + " publish nothing. Default: ${DEFAULT-VALUE}.")
  private double maxDrop;

  NightConfig.Checks toConfig() {
    return new NightConfig.Checks(minArticles, maxQuarantineShare, maxDrop);
  }
}
