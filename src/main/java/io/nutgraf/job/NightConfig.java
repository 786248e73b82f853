package io.nutgraf.job;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All settings of a run. Nothing below knows of a command line, an environment variable or today's
 * date.
 *
 * @param inputs files, folders or globs of any Hadoop file system
 * @param warehouse root folder of the warehouse
 * @param date the night, UTC
 * @param parameters the options as given, for the report
 */
public record NightConfig(
    List<String> inputs,
    String warehouse,
    LocalDate date,
    Reading reading,
    Naming naming,
    Near near,
    Reuse reuse,
    Pairing pairing,
    Network network,
    Checks checks,
    Publishing publishing,
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
   * How actors are found.
   *
   * @param dictionaries files of the user, which win over the built-in gazetteer
   * @param useGazetteer whether the built-in gazetteer is used
   * @param isStrict whether a malformed dictionary line ends the run
   * @param tagger on or off: whether names that no dictionary has are looked for
   * @param mergeFile an analyst's corrections; null for none
   */
  public record Naming(
      List<String> dictionaries,
      boolean useGazetteer,
      boolean isStrict,
      String tagger,
      String mergeFile) {}

  /**
   * Which distinct paragraphs are near copies.
   *
   * @param threshold lowest Jaccard similarity of word 3-shingles; all such pairs are found
   * @param minWords shorter paragraphs have exact copies only
   * @param bucketCap paragraphs that share a shingle, up to which all their pairs are tried
   * @param floor lowest similarity of a member to its cluster's first copy
   * @param maxLinksOnDriver more links than this are connected on the executors
   */
  public record Near(
      double threshold, int minWords, int bucketCap, double floor, long maxLinksOnDriver) {}

  /**
   * When a copy is furniture: see {@link io.nutgraf.duplicate.ClassifyReuse}; and who owns whom.
   *
   * @param furnitureArticles how many articles are many
   * @param furnitureDays how many days are many
   * @param shortWords paragraphs with fewer words are short
   * @param ownerBySource who owns an outlet, so that sister papers can be told apart
   */
  public record Reuse(
      int furnitureArticles,
      int furnitureDays,
      int shortWords,
      Map<String, String> ownerBySource) {}

  /**
   * Which actors are paired.
   *
   * @param methods ways of recognising a mention that count
   * @param maxActorsPerUnit units that name more make no pairs
   */
  public record Pairing(Set<String> methods, int maxActorsPerUnit) {}

  /**
   * What is made of the pairs.
   *
   * @param window whole, day, week or month: see {@link io.nutgraf.cooccurrence.TimeWindow}
   * @param minDistinct pairs in fewer distinct units have no measures and no place in the network
   * @param setSupport sets of actors in fewer distinct articles are not frequent
   * @param maxSetActors articles that name more actors make no sets
   * @param communities how many communities the network is cut into
   */
  public record Network(
      String window, int minDistinct, int setSupport, int maxSetActors, int communities) {}

  /**
   * What a night must look like to be published: see {@link io.nutgraf.quality.Gates}.
   *
   * @param minArticles fewest articles
   * @param maxQuarantineShare greatest share of rejected records
   * @param maxDrop greatest shortfall against the nights before
   */
  public record Checks(long minArticles, double maxQuarantineShare, double maxDrop) {}

  /**
   * How what was made is published.
   *
   * @param keepSnapshots how many of the newest snapshots of each table stay published
   * @param keepReplacedHours how long folders that were replaced stay in the trash
   * @param layout auto, nights or run-folders: see {@link io.nutgraf.warehouse.Layout}
   * @param breaksLock whether the lock of a run whose heart is silent is taken over
   */
  public record Publishing(
      int keepSnapshots, int keepReplacedHours, String layout, boolean breaksLock) {
    public Publishing {
      if (keepSnapshots < 1) {
        throw new IllegalArgumentException(
            "keepSnapshots must be at least 1, but is " + keepSnapshots);
      }
      if (keepReplacedHours < 0) {
        throw new IllegalArgumentException(
            "keepReplacedHours must not be negative, but is " + keepReplacedHours);
      }
    }
  }
}
