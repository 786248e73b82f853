package io.nutgraf.cli;

import io.nutgraf.job.Night;
import io.nutgraf.job.NightConfig;
import io.nutgraf.job.RunReport;
import io.nutgraf.job.Sessions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code nutgraf run}: one night, from articles to published Parquet. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    usageHelpWidth = 100,
    description = {
      "Reads articles, finds copies and actors, counts who appears with whom, and publishes",
      "the night. Running a date again replaces it.%n"
    },
    footer = {
      "",
      "Examples:",
      "  A folder of JSON lines, gzipped or not:",
      "    nutgraf run --input news/ --warehouse out --date 2024-05-01",
      "  CSV with columns of other names:",
      "    nutgraf run --input dump.csv --column text=body --column article_id=guid \\",
      "      --warehouse out --date 2024-05-01",
      "  Your own actors before the built-in ones:",
      "    nutgraf run --input news/ --dictionary actors.csv --warehouse out --date 2024-05-01",
      "  Options from a file, which the command line overrides:",
      "    nutgraf run --config jobs/nightly.conf --date 2024-05-01"
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "<path>",
      description =
          "Files, folders or globs on any Hadoop file system: JSON lines, CSV, Parquet or plain"
              + " text; .gz and .zst are unpacked.")
  private List<String> inputs;

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "<folder>",
      description = "Root folder; tables are under tables/TABLE/date=YYYY-MM-DD/.")
  private String warehouse;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "<yyyy-mm-dd>",
      description = "The night that the articles belong to, UTC.")
  private LocalDate date;

  @Option(
      names = "--config",
      paramLabel = "<file>",
      description = "Options from a HOCON, JSON or properties file; keys are option names.")
  private String config;

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

  @Option(
      names = "--dictionary",
      arity = "1..*",
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

  @Option(
      names = "--window",
      defaultValue = "whole",
      paramLabel = "<window>",
      description =
          "Measure associations over the whole corpus, and with day, week or month over each of"
              + " them too. Default: ${DEFAULT-VALUE}.")
  private String window;

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
              + " manifest, for stores without rename. auto: by the file system. Default:"
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
              + " minutes. Default: ${DEFAULT-VALUE}.")
  private boolean breaksLock;

  @Option(
      names = "--min-articles",
      defaultValue = "1",
      paramLabel = "<n>",
      description = "Fewer articles in a night publish nothing. Default: ${DEFAULT-VALUE}.")
  private long minArticles;

  @Option(
      names = "--max-quarantine-share",
      defaultValue = "0.5",
      paramLabel = "<share>",
      description =
          "A greater share of rejected records publishes nothing. Default: ${DEFAULT-VALUE}.")
  private double maxQuarantineShare;

  @Option(
      names = "--max-drop",
      defaultValue = "0.9",
      paramLabel = "<share>",
      description =
          "Articles that fall short of the median of the last 14 nights by more than this share"
              + " publish nothing. Default: ${DEFAULT-VALUE}.")
  private double maxDrop;

  @Override
  public Integer call() {
    NightConfig night = toConfig();
    SparkSession spark = Sessions.start();
    try {
      Terminal terminal = new Terminal(spec.commandLine().getOut(), spec.commandLine().getErr());
      RunReport report = new Night(night).run(spark, terminal);
      terminal.summarise(report);
      return 0;
    } finally {
      spark.stop();
    }
  }

  private NightConfig toConfig() {
    return new NightConfig(
        inputs,
        warehouse,
        date,
        new NightConfig.Reading(format, columns, zone, textSource, maxArticleMib, paragraphs),
        new NightConfig.Naming(dictionaries, useGazetteer, isStrict, tagger, mergeFile),
        new NightConfig.Near(
            nearThreshold, nearMinWords, nearBucketCap, nearFloor, nearMaxLinksOnDriver),
        new NightConfig.Reuse(furnitureArticles, furnitureDays, shortWords, ownerBySource),
        new NightConfig.Pairing(new TreeSet<>(methods), maxActorsPerUnit),
        new NightConfig.Network(window, minDistinct, setSupport, maxSetActors, communities),
        new NightConfig.Checks(minArticles, maxQuarantineShare, maxDrop),
        new NightConfig.Publishing(keepSnapshots, keepReplacedHours, layout, breaksLock),
        parameters());
  }

  /** Every option with its value, for the report. */
  private Map<String, String> parameters() {
    Set<String> ours = Set.of("--help", "--version", "--config");
    Map<String, String> parameters = new TreeMap<>();
    if (config != null) {
      parameters.put("config", config);
    }
    for (CommandLine.Model.OptionSpec option : spec.options()) {
      Object value = option.getValue();
      if (!ours.contains(option.longestName()) && value != null) {
        parameters.put(option.longestName().substring(2), value.toString());
      }
    }
    return parameters;
  }
}
