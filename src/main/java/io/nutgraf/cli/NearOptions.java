package io.nutgraf.cli;

import io.nutgraf.job.CountingConfig;
import picocli.CommandLine.Option;

/** What near copies are. */
final class NearOptions {
  @Option(
      names = "--near-threshold",
      defaultValue = "0.5",
      paramLabel = "<share>",
      description =
          "Lowest Jaccard similarity of word 3-shingles at which paragraphs are near copies; every"
              + " such pair is found. Half of the near copies in news lie under 0.6. Default:"
              + " ${DEFAULT-VALUE}.")
  private double nearThreshold;

  @Option(
      names = "--near-min-words",
      defaultValue = "8",
      paramLabel = "<n>",
      description = "Shorter paragraphs have exact copies only. Default: ${DEFAULT-VALUE}.")
  private int nearMinWords;

  @Option(
      names = "--near-bucket-cap",
      defaultValue = "1000",
      paramLabel = "<n>",
      description =
          "When more paragraphs share a rare shingle, each is compared with a few of them; the"
              + " report says where. Default: ${DEFAULT-VALUE}.")
  private int nearBucketCap;

  @Option(
      names = "--near-floor",
      defaultValue = "0.3",
      paramLabel = "<share>",
      description =
          "Members of a cluster less similar than this to its first copy are split off. Default:"
              + " ${DEFAULT-VALUE}.")
  private double nearFloor;

  @Option(
      names = "--near-max-links-on-driver",
      defaultValue = "10000000",
      paramLabel = "<n>",
      description =
          "More links than this are connected on the executors. Default: ${DEFAULT-VALUE}.")
  private long nearMaxLinksOnDriver;

  CountingConfig.Near toConfig() {
    return new CountingConfig.Near(
        nearThreshold, nearMinWords, nearBucketCap, nearFloor, nearMaxLinksOnDriver);
  }
}
