package io.nutgraf.cli;

import io.nutgraf.job.CountingConfig;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of all commands that make snapshots. */
final class CountingOptions {
  @Mixin private NamingOptions naming;
  @Mixin private NearOptions near;
  @Mixin private ReuseOptions reuse;
  @Mixin private PairingOptions pairing;
  @Mixin private NetworkOptions network;
  @Mixin private PublishingOptions publishing;

  /** {@link ConfigFile} has acted on it before options are read. */
  @Option(
      names = "--config",
      paramLabel = "<file>",
      description = "Options from a HOCON, JSON or properties file; keys are option names.")
  void config(String file) {}

  CountingConfig toConfig(String warehouse) {
    return new CountingConfig(
        warehouse,
        naming.toConfig(),
        near.toConfig(),
        reuse.toConfig(),
        pairing.toConfig(),
        network.toConfig(),
        publishing.toConfig());
  }
}
