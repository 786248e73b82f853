package io.nutgraf.job;

import io.nutgraf.actor.Tagging;
import io.nutgraf.cooccurrence.TimeWindow;
import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Tables;
import io.nutgraf.warehouse.IcebergNamespace;
import io.nutgraf.warehouse.IcebergTables;
import io.nutgraf.warehouse.Layout;
import io.nutgraf.warehouse.Publisher;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.SnapshotState;
import io.nutgraf.warehouse.Warehouse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/**
 * How actors are found and copies are counted, and where that is published: all that a night has in
 * common with making the snapshots again.
 *
 * @param warehouse root folder of the warehouse
 */
public record CountingConfig(
    String warehouse,
    Naming naming,
    Near near,
    Reuse reuse,
    Pairing pairing,
    Network network,
    Publishing publishing) {

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
      String mergeFile) {

    Tagging tagging() {
      return Choices.parse(Tagging.class, "--tagger", tagger);
    }
  }

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
  public record Pairing(Set<String> methods, int maxActorsPerUnit) {
    /** Nights with the same list the same places of pairs. */
    String version() {
      return "%s; %d".formatted(String.join(",", new TreeSet<>(methods)), maxActorsPerUnit);
    }
  }

  /**
   * What is made of the pairs.
   *
   * @param window whole, day, week or month: see {@link TimeWindow}
   * @param windowDays so many of the last days are counted; 0: all
   * @param minDistinct pairs in fewer distinct units have no measures and no place in the network
   * @param setSupport sets of actors in fewer distinct articles are not frequent
   * @param maxSetActors articles that name more actors make no sets
   * @param communities how many communities the network is cut into
   */
  public record Network(
      String window,
      int windowDays,
      int minDistinct,
      int setSupport,
      int maxSetActors,
      int communities) {

    /**
     * @throws WrongSettingException for a window that there is not
     */
    TimeWindow timeWindow() {
      return Choices.parse(TimeWindow.class, "--window", window);
    }
  }

  /**
   * How what was made is published.
   *
   * @param keepSnapshots how many of the newest snapshots of each table stay published
   * @param keepReplacedHours how long folders that were replaced stay in the trash
   * @param layout auto, nights or run-folders: see {@link io.nutgraf.warehouse.Layout}
   * @param breaksLock whether the lock of a run whose heart is silent is taken over
   * @param sink parquet or iceberg: see {@link io.nutgraf.warehouse.Sink}
   * @param icebergNamespace catalog and namespace for the sink iceberg; null with another
   */
  public record Publishing(
      int keepSnapshots,
      int keepReplacedHours,
      String layout,
      boolean breaksLock,
      String sink,
      String icebergNamespace) {
    public Publishing {
      if (keepSnapshots < 1) {
        throw new WrongSettingException(
            "keepSnapshots must be at least 1, but is " + keepSnapshots);
      }
      if (keepReplacedHours < 0) {
        throw new WrongSettingException(
            "keepReplacedHours must not be negative, but is " + keepReplacedHours);
      }
      if (!layout.equals("auto")) {
        Choices.parse(Layout.class, "--layout", layout);
      }
      if (isIceberg(sink)) {
        IcebergNamespace.parse(icebergNamespace);
      }
    }

    /** Null: the one that suits the file system. */
    Layout chosenLayout() {
      return layout.equals("auto") ? null : Choices.parse(Layout.class, "--layout", layout);
    }

    Publisher publisher() {
      return new Publisher(keepSnapshots, Duration.ofHours(keepReplacedHours));
    }

    /** Where what is published goes, too. */
    Sink chosenSink() {
      return isIceberg(sink)
          ? new IcebergTables(
              IcebergNamespace.parse(icebergNamespace), Duration.ofHours(keepReplacedHours))
          : Sink.NONE;
    }

    private static boolean isIceberg(String sink) {
      return Choices.parse(Sink.Kind.class, "--sink", sink) == Sink.Kind.ICEBERG;
    }
  }

  /**
   * What is kept from one run's snapshots for the next, which does not use it when one of these
   * settings is another. How actors are named and paired is not among them: names and pairs are
   * made anew by every run.
   */
  SnapshotState snapshotState(SparkSession spark, Warehouse warehouse) {
    Map<String, String> versions = Versions.all();
    String version =
        ContentVersion.of(
            List.of(
                versions.get("nutgraf"),
                versions.get("normal_form"),
                near,
                reuse.furnitureArticles(),
                reuse.furnitureDays(),
                reuse.shortWords(),
                Tables.KEPT,
                Tables.SNAPSHOTS));
    return new SnapshotState(spark, warehouse, version);
  }
}
