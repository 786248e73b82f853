package io.nutgraf.cli;

import io.nutgraf.job.NightConfig;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How input is read. */
final class ReadingOptions {
  @Option(
      names = "--format",
      defaultValue = "auto",
      paramLabel = "<format>",
      description = "auto (by file name), jsonl, csv, parquet or text. Default: ${DEFAULT-VALUE}.")
  private String format;

  @Option(
      names = "--column",
      paramLabel = "<ours=theirs>",
      description =
          "Name of a column in the input: article_id, source, url, title, published_at or text."
              + " Several names, a|b: the first that a record has.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(
      names = "--zone",
      defaultValue = "UTC",
      paramLabel = "<zone>",
      description = "Zone of publication times that name none. Default: ${DEFAULT-VALUE}.")
  private ZoneId zone;

  @Option(
      names = "--text-source",
      paramLabel = "<name>",
      description = "Source of plain-text files. Default: the name of their folder.")
  private String textSource;

  @Option(
      names = "--max-article-mib",
      defaultValue = "8",
      paramLabel = "<n>",
      description = "Larger texts are quarantined. Default: ${DEFAULT-VALUE}.")
  private int maxArticleMib;

  @Option(
      names = "--paragraphs",
      defaultValue = "auto",
      paramLabel = "<break>",
      description =
          "Where a paragraph ends: lines, blank-lines, or auto (blank lines where a text has any,"
              + " else lines; always lines in plain-text files). Default: ${DEFAULT-VALUE}.")
  private String paragraphs;

  NightConfig.Reading toConfig() {
    return new NightConfig.Reading(format, columns, zone, textSource, maxArticleMib, paragraphs);
  }
}
