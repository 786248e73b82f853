package io.nutgraf.cli;

import io.nutgraf.job.CountingConfig;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How actors are found. */
final class NamingOptions {
  @Option(
      names = "--dictionary",
      arity = "1..*",
      parameterConsumer = FileNames.class,
      paramLabel = "<file>",
      description =
          "Your own actors: plain CSV, CAMEO/PETRARCH, JRC-Names or ICEWS. The first file wins,"
              + " and all win over the built-in gazetteer.")
  private List<String> dictionaries = new ArrayList<>();

  @Option(
      names = "--gazetteer",
      defaultValue = "true",
      fallbackValue = "true",
      arity = "0..1",
      paramLabel = "<true|false>",
      description = "Use the built-in gazetteer. Default: ${DEFAULT-VALUE}.")
  private boolean useGazetteer;

  @Option(
      names = "--strict",
      defaultValue = "false",
      fallbackValue = "true",
      arity = "0..1",
      paramLabel = "<true|false>",
      description = "A malformed dictionary line ends the run. Default: ${DEFAULT-VALUE}.")
  private boolean isStrict;

  @Option(
      names = "--tagger",
      defaultValue = "on",
      fallbackValue = "on",
      arity = "0..1",
      paramLabel = "<on|off>",
      description =
          "Find persons and organisations that no dictionary has, too. Default: ${DEFAULT-VALUE}.")
  private String tagger;

  @Option(
      names = "--merge-file",
      paramLabel = "<file>",
      description =
          "Your corrections, applied every night: CSV with the header from,to. From is a name as"
              + " written or an actor_id, to the actor_id meant, or ! to drop it.")
  private String mergeFile;

  CountingConfig.Naming toConfig() {
    return new CountingConfig.Naming(dictionaries, useGazetteer, isStrict, tagger, mergeFile);
  }
}
