package io.nutgraf.job;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * All settings of a night. Nothing below knows of a command line, an environment variable or
 * today's date.
 *
 * @param inputs files, folders or globs of any Hadoop file system
 * @param date the night, UTC
 * @param makesSnapshots false: only the facts of the night are made and published
 * @param counting how actors are found and copies counted, and where that is published
 * @param metricsFile file of this machine for a Prometheus node exporter; null for none
 * @param parameters the options as given, for the report
 */
public record NightConfig(
    List<String> inputs,
    LocalDate date,
    Reading reading,
    Checks checks,
    boolean makesSnapshots,
    CountingConfig counting,
    String metricsFile,
    Map<String, String> parameters) {

  public NightConfig {
    inputs = List.copyOf(inputs);
    parameters = Map.copyOf(parameters);
  }

  /**
   * How input becomes articles and paragraphs.
   *
   * @param format auto, jsonl, csv, parquet or text
   * @param columns name in the input by name of ours
   * @param zone of publication times that name none
   * @param textSource source of plain-text files; null: the name of their folder
   * @param maxArticleMib larger texts are quarantined
   * @param paragraphBreak auto, lines or blank-lines
   */
  public record Reading(
      String format,
      Map<String, String> columns,
      ZoneId zone,
      String textSource,
      int maxArticleMib,
      String paragraphBreak) {}

  /**
   * What a night must look like to be published: see {@link io.nutgraf.quality.Gates}.
   *
   * @param minArticles fewest articles
   * @param maxQuarantineShare greatest share of rejected records
   * @param maxDrop greatest shortfall against the nights before
   */
  public record Checks(long minArticles, double maxQuarantineShare, double maxDrop) {}
}
