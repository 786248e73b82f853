package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.Runs;
import io.nutgraf.warehouse.PublishedTables;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The published nights, and with what versions each was made.
 *
 * @param versions as in the runs table, by night
 */
record EarlierNights(NavigableMap<LocalDate, Map<String, String>> versions) {
  /** The version of what decides which mentions make pairs. */
  static final String PAIRING = "pairing";

  /** What the mentions of a night depend on beside its texts. */
  private static final List<String> OF_NAMES = List.of("dictionary", "tagger", "merge_file");

  /** Gathers a row a night. */
  static EarlierNights of(PublishedTables published) throws IOException {
    return without(null, published);
  }

  /** The same without the night that is made; null for all. */
  static EarlierNights without(LocalDate night, PublishedTables published) throws IOException {
    NavigableMap<LocalDate, Map<String, String>> versions = new TreeMap<>();
    List<Row> runs =
        published
            .whatCanBeRead(Runs.TABLE, night)
            .select(col("date").cast("string"), col(Runs.VERSIONS))
            .collectAsList();
    for (Row run : runs) {
      versions.put(LocalDate.parse(run.getString(0)), run.getJavaMap(1));
    }
    return new EarlierNights(versions);
  }

  /** Those that were paired in another way. */
  NavigableSet<LocalDate> notPairedBy(CountingConfig.Pairing pairing) {
    return versions.entrySet().stream()
        .filter(night -> !pairing.version().equals(night.getValue().get(PAIRING)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Warns where the newest of them found its actors in another way than this run does. */
  void tellOfOtherNames(RunReport report) {
    if (versions.isEmpty()) {
      return;
    }
    Map<String, String> newest = versions.lastEntry().getValue();
    Map<String, String> own = report.versions();
    String others =
        OF_NAMES.stream()
            .filter(what -> !Objects.equals(own.get(what), newest.get(what)))
            .map(what -> what.replace('_', ' '))
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      report.warn(
          ("Not the same as on night %s: %s. Facts of earlier nights stay as they are; run those"
                  + " nights again to change them")
              .formatted(versions.lastKey(), others));
    }
  }
}
