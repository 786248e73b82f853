package io.nutgraf.cli;

import io.nutgraf.job.CountingConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What kind of reuse a copy is. */
final class ReuseOptions {
  @Option(
      names = "--owner",
      paramLabel = "<source=owner>",
      description = "Who owns an outlet, so that sister papers can be told apart in source_flows.")
  private Map<String, String> ownerBySource = new LinkedHashMap<>();

  @Option(
      names = "--furniture-articles",
      defaultValue = "5",
      paramLabel = "<n>",
      description = "A copy in so many articles may be furniture. Default: ${DEFAULT-VALUE}.")
  private int furnitureArticles;

  @Option(
      names = "--furniture-days",
      defaultValue = "3",
      paramLabel = "<n>",
      description = "... when it was published on so many days. Default: ${DEFAULT-VALUE}.")
  private int furnitureDays;

  @Option(
      names = "--short-words",
      defaultValue = "8",
      paramLabel = "<n>",
      description =
          "... or has fewer words than this: dates, sign-offs, headings. Default:"
              + " ${DEFAULT-VALUE}.")
  private int shortWords;

  CountingConfig.Reuse toConfig() {
    return new CountingConfig.Reuse(furnitureArticles, furnitureDays, shortWords, ownerBySource);
  }
}
