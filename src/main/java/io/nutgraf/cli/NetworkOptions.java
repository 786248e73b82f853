package io.nutgraf.cli;

import io.nutgraf.job.CountingConfig;
import picocli.CommandLine.Option;

/** What is made of the pairs. */
final class NetworkOptions {
  @Option(
      names = "--window",
      defaultValue = "whole",
      paramLabel = "<window>",
      description =
          "Measure associations over the whole corpus, and with day, week or month over each of"
              + " them too. Default: ${DEFAULT-VALUE}.")
  private String window;

  @Option(
      names = "--window-days",
      defaultValue = "0",
      paramLabel = "<n>",
      description =
          "Count who appears with whom on the last n days up to the night, so that a night costs"
              + " the same however large the corpus grows; 0 for all days. Copies are still looked"
              + " for everywhere. Default: ${DEFAULT-VALUE}.")
  private int windowDays;

  @Option(
      names = "--min-distinct",
      defaultValue = "3",
      paramLabel = "<n>",
      description =
          "Pairs in fewer distinct units have no association measures and are not in the network."
              + " Default: ${DEFAULT-VALUE}.")
  private int minDistinct;

  @Option(
      names = "--set-support",
      defaultValue = "10",
      paramLabel = "<n>",
      description =
          "Sets of three actors and more are listed from so many distinct articles on. Default:"
              + " ${DEFAULT-VALUE}.")
  private int setSupport;

  @Option(
      names = "--max-set-actors",
      defaultValue = "12",
      paramLabel = "<n>",
      description =
          "Articles that name more actors make no sets (k actors have 2^k); they are counted and"
              + " reported. Default: ${DEFAULT-VALUE}.")
  private int maxSetActors;

  @Option(
      names = "--communities",
      defaultValue = "8",
      paramLabel = "<n>",
      description = "Communities that the network is cut into. Default: ${DEFAULT-VALUE}.")
  private int communities;

  CountingConfig.Network toConfig() {
    return new CountingConfig.Network(
        window, windowDays, minDistinct, setSupport, maxSetActors, communities);
  }
}
