package io.nutgraf.cli;

import picocli.CommandLine.Option;

/** The option of every command that works on what {@code nutgraf run} has made. */
final class WarehouseOption {
  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "<folder>",
      description = "A warehouse that nutgraf run has made.")
  private String folder;

  String folder() {
    return folder;
  }
}
