package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a warehouse has published at one moment: every night of every table with its files. Held in
 * memory whole; it grows by a line for each file, some 10^5 after ten years of nights.
 *
 * @param schemaVersion of this file
 * @param number one more than that of the manifest before
 * @param runId the run that published it; empty in the first
 * @param publishedAt ISO 8601, UTC
 * @param layout nights or run-folders, see {@link Layout}; before the nights, so that whoever wants
 *     it alone need not read them; null in the first, and in those of earlier versions
 * @param nights in the order of table and date
 * @param retired folders that no longer count, and since when
 */
public record Manifest(
    int schemaVersion,
    long number,
    String runId,
    String publishedAt,
    String layout,
    List<Night> nights,
    List<Retired> retired) {
  static final Manifest EMPTY = new Manifest(1, 0, "", "", null, List.of(), List.of());

  /**
   * One night of one table.
   *
   * @param date ISO 8601
   * @param runId the run that made it
   * @param folder below the root of the warehouse
   */
  public record Night(
      String table, String date, String runId, String folder, long rows, List<DataFile> files) {
    public Night {
      files = List.copyOf(files);
    }

    LocalDate day() {
      return LocalDate.parse(date);
    }
  }

  /**
   * A Parquet file.
   *
   * @param path below the root of the warehouse
   * @param sha256 of the whole file, 64 hexadecimal digits
   */
  public record DataFile(String path, long bytes, long rows, String sha256) {}

  /**
   * A folder that a later run replaced.
   *
   * @param since ISO 8601, UTC
   */
  public record Retired(String folder, String since) {}

  public Manifest {
    nights = List.copyOf(nights);
    retired = List.copyOf(retired);
  }

  /** The nights of a table, oldest first. */
  public NavigableMap<LocalDate, Night> nights(Table table) {
    return nights.stream()
        .filter(night -> night.table().equals(table.name()))
        .collect(Collectors.toMap(Night::day, night -> night, (a, b) -> a, TreeMap::new));
  }

  /** This one with some of its nights. */
  Manifest ofNights(Set<LocalDate> some) {
    return new Manifest(
        schemaVersion,
        number,
        runId,
        publishedAt,
        layout,
        nights.stream().filter(night -> some.contains(night.day())).toList(),
        retired);
  }

  /** All files of all nights by their path. */
  public Map<String, DataFile> files() {
    return nights.stream()
        .flatMap(night -> night.files().stream())
        .collect(Collectors.toMap(DataFile::path, file -> file, (a, b) -> a, TreeMap::new));
  }

  /** This one with other nights in place of those of the same table and date, and without some. */
  Manifest next(
      String newRunId,
      String at,
      List<Night> added,
      List<Night> dropped,
      List<Retired> nowRetired) {
    NavigableMap<String, Night> byPlace = new TreeMap<>();
    nights.forEach(night -> byPlace.put(place(night), night));
    dropped.forEach(night -> byPlace.remove(place(night)));
    added.forEach(night -> byPlace.put(place(night), night));
    List<Retired> allRetired = new ArrayList<>(retired);
    allRetired.addAll(nowRetired);
    return new Manifest(
        schemaVersion, number + 1, newRunId, at, layout, List.copyOf(byPlace.values()), allRetired);
  }

  /** This one, and it says how its nights lie. */
  Manifest in(Layout howNightsLie) {
    return new Manifest(
        schemaVersion, number, runId, publishedAt, howNightsLie.word(), nights, retired);
  }

  /** How its nights lie; where it does not say, as the first of its folders does. */
  Optional<Layout> howNightsLie() throws IOException {
    if (layout != null) {
      return Optional.of(Layout.ofWord(layout));
    }
    return Stream.concat(nights.stream().map(Night::folder), retired.stream().map(Retired::folder))
        .findFirst()
        .map(Layout::ofFolder);
  }

  /**
   * Whether some of its nights lie otherwise, or in a folder that is to be deleted: left by an
   * earlier version, in which each run chose its layout.
   */
  boolean mixes(Layout others) {
    Set<String> toDelete = retired.stream().map(Retired::folder).collect(Collectors.toSet());
    return nights.stream()
        .map(Night::folder)
        .anyMatch(
            folder ->
                Layout.ofFolder(folder) != others
                    || toDelete.contains(folder.substring(0, folder.lastIndexOf('/'))));
  }

  /** This one with other retired folders. */
  Manifest keeping(List<Retired> stillRetired) {
    return new Manifest(schemaVersion, number, runId, publishedAt, layout, nights, stillRetired);
  }

  private static String place(Night night) {
    return night.table() + "/" + night.date();
  }
}
