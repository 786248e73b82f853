package io.nutgraf.warehouse;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Table;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The folders of a warehouse, on any Hadoop file system.
 *
 * <pre>
 * tables/TABLE/date=YYYY-MM-DD/   published nights; nothing else is ever here
 * runs/RUN/                       run.json and report.html of each run
 * state/                          what the next night need not compute again
 * control/manifests/, CURRENT     what is published, with every file and its checksum
 * control/journal/RUN.json        a publication under way
 * control/lock, heartbeat         the run that holds the warehouse
 * control/breaking-*, clock-*     of a run that takes a dead lock over
 * control/erasing                 takedowns that have not erased all yet
 * control/forgotten.json          hashes of what is not taken in again
 * work/RUN/                       tables being made; outside what analysts read
 * trash/RUN/                      nights that a run replaced
 * </pre>
 */
public final class Warehouse {
  private static final String CONTROL = "control";

  private final FileSystem files;
  private final Path root;
  private final Layout layout;

  /** A warehouse in its own layout, or, while it is empty, in the one of its file system. */
  public Warehouse(SparkSession spark, String root) throws IOException {
    this(spark, root, null);
  }

  /**
   * @param asked the layout for a warehouse that is still empty; null: the one that suits the file
   *     system. Any other keeps that of its first publication
   * @throws WrongSettingException when it has another layout than was asked for
   */
  public Warehouse(SparkSession spark, String root, Layout asked) throws IOException {
    Path path = parse(root);
    this.files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    this.root = files.makeQualified(path);
    Optional<Layout> kept = new KnownLayout(files, new Path(this.root, CONTROL)).find();
    if (asked != null && kept.isPresent() && kept.get() != asked) {
      throw new WrongSettingException(
          "Warehouse %s has the layout %s since its first publication and keeps it; --layout is %s."
                  .formatted(this.root, kept.get().word(), asked.word())
              + " Leave --layout out, or give a new folder with --warehouse");
    }
    this.layout = kept.orElse(asked == null ? Layout.of(files.getScheme()) : asked);
  }

  /** What Hadoop takes for no path is a slip of whoever typed it: a variable that is not set. */
  private static Path parse(String root) {
    try {
      return new Path(root);
    } catch (IllegalArgumentException e) {
      throw new WrongSettingException("No path of a warehouse: '%s'".formatted(root), e);
    }
  }

  public Path root() {
    return root;
  }

  /** Where a table is published, a folder for each night in it. */
  public Path tableFolder(Table table) {
    return below("tables/" + table.name());
  }

  /** Where a run leaves its report. */
  public Path runFolder(String runId) {
    return below("runs/" + runId);
  }

  /** The runs that left a report. */
  public List<String> runs() throws IOException {
    List<String> runs = new ArrayList<>();
    for (FileStatus run : files.listStatus(below("runs"))) {
      runs.add(run.getPath().getName());
    }
    return runs;
  }

  /**
   * What is published now; without nights when nothing is.
   *
   * @throws LostManifestException when it cannot be known
   */
  public Manifest manifest() throws IOException {
    return new Manifests(this).newest();
  }

  Path below(String relative) {
    return new Path(root, relative);
  }

  /** The path of something below the root, as manifests have it. */
  String relative(Path path) {
    URI base = URI.create(root.toUri() + "/");
    return base.relativize(files.makeQualified(path).toUri()).getPath();
  }

  /** Where what a run publishes of a night lies. */
  public Path nightFolder(Table table, LocalDate night, String runId) {
    Path date = new Path(tableFolder(table), "date=" + night);
    return layout == Layout.RUN_FOLDERS ? new Path(date, "run=" + runId) : date;
  }

  Path workFolder(String runId) {
    return below("work/" + runId);
  }

  Path trashFolder(String runId) {
    return below("trash/" + runId);
  }

  Path controlFile(String name) {
    return below(CONTROL + "/" + name);
  }

  FileSystem files() {
    return files;
  }

  Layout layout() {
    return layout;
  }

  /**
   * To be called under the lock, before anything is moved or deleted.
   *
   * @throws IOException when a manifest has nights that lie otherwise than they do here
   */
  void checkLayout(Manifest manifest) throws IOException {
    Layout found = manifest.howNightsLie().orElse(layout);
    if (found != layout) {
      throw new IOException(
          "This run began with the layout %s, but another has published in %s with %s meanwhile."
                  .formatted(layout.word(), root, found.word())
              + " Nothing is changed; run again");
    }
    if (manifest.mixes(layout)) {
      throw new IOException(
          "Warehouse %s has nights of both layouts, as runs of an earlier version could leave them."
                  .formatted(root)
              + " What is published next would delete some of them, so nothing is changed. What is"
              + " there can be read by control/CURRENT; run the nights again into a new folder with"
              + " --warehouse");
    }
  }

  /** Whether the files that a manifest lists for a night are all there, by name and size. */
  boolean holds(Manifest.Night night) throws IOException {
    Path folder = below(night.folder());
    Map<String, Long> bytesByPath = new HashMap<>();
    for (FileStatus file : Listing.of(files, folder)) {
      bytesByPath.put(night.folder() + "/" + file.getPath().getName(), file.getLen());
    }
    return night.files().stream()
        .allMatch(file -> bytesByPath.getOrDefault(file.path(), -1L) == file.bytes());
  }

  WholeFile wholeFile() {
    return new WholeFile(files, layoutOfControl());
  }

  /**
   * How small files are written, however nights lie: HDFS shows a file that is written over as an
   * empty one, and on an object store nothing is replaced by a rename.
   */
  Layout layoutOfControl() {
    return Layout.of(files.getScheme());
  }
}
