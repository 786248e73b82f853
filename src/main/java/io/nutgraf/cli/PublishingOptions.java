package io.nutgraf.cli;

import io.nutgraf.job.CountingConfig;
import picocli.CommandLine.Option;

/** How tables are published. */
final class PublishingOptions {
  @Option(
      names = "--keep-snapshots",
      defaultValue = "14",
      paramLabel = "<n>",
      description = "Newest snapshots that stay published. Default: ${DEFAULT-VALUE}.")
  private int keepSnapshots;

  @Option(
      names = "--keep-replaced-hours",
      defaultValue = "48",
      paramLabel = "<n>",
      description =
          "How long folders that a run replaced stay in the trash. Default: ${DEFAULT-VALUE}.")
  private int keepReplacedHours;

  @Option(
      names = "--layout",
      defaultValue = "auto",
      paramLabel = "<layout>",
      description =
          "nights: a rename publishes, any glob reads. run-folders: written once and listed in the"
              + " manifest, for stores without rename. auto: what the warehouse has, or, while it"
              + " is empty, by the file system. A warehouse keeps its layout. Default:"
              + " ${DEFAULT-VALUE}.")
  private String layout;

  @Option(
      names = "--break-lock",
      defaultValue = "false",
      fallbackValue = "true",
      arity = "0..1",
      paramLabel = "<true|false>",
      description =
          "Take over the lock of a run on another host that gave no sign of life for three"
              + " minutes, or a lock that cannot be read. Default: ${DEFAULT-VALUE}.")
  private boolean breaksLock;

  @Option(
      names = "--sink",
      defaultValue = "parquet",
      paramLabel = "<sink>",
      description =
          "iceberg: what is published becomes Iceberg tables, too, in --iceberg-namespace; Spark"
              + " needs the Iceberg runtime for that. parquet: it does not. Default:"
              + " ${DEFAULT-VALUE}.")
  private String sink;

  @Option(
      names = "--iceberg-namespace",
      paramLabel = "<catalog.namespace>",
      description = "With --sink iceberg: where the tables are; made if it is not there.")
  private String icebergNamespace;

  CountingConfig.Publishing toConfig() {
    return new CountingConfig.Publishing(
        keepSnapshots, keepReplacedHours, layout, breaksLock, sink, icebergNamespace);
  }
}
