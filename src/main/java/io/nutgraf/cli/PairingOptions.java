package io.nutgraf.cli;

import io.nutgraf.job.CountingConfig;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Which actors are paired. */
final class PairingOptions {
  @Option(
      names = "--methods",
      split = ",",
      defaultValue = "full,alias,title_surname,surname,agent,demonym,tagged",
      paramLabel = "<method>",
      description =
          "Ways of recognising an actor that count in pairs. Default: ${DEFAULT-VALUE} (capitals"
              + " are left out).")
  private List<String> methods;

  @Option(
      names = "--max-actors-per-unit",
      defaultValue = "50",
      paramLabel = "<n>",
      description =
          "Sentences, paragraphs and articles that name more actors make no pairs; they are"
              + " counted and reported. Default: ${DEFAULT-VALUE}.")
  private int maxActorsPerUnit;

  CountingConfig.Pairing toConfig() {
    return new CountingConfig.Pairing(new TreeSet<>(methods), maxActorsPerUnit);
  }
}
