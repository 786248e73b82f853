package io.nutgraf.warehouse;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Table;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * work/RUN/                       tables being made; outside what analysts read
 * trash/RUN/                      nights that a run replaced
 * </pre>
 */
public final class Warehouse {
  private final FileSystem files;
  private final Path root;
  private final Layout layout;

  /** A warehouse in the layout that suits its file system. */
  public Warehouse(SparkSession spark, String root) throws IOException {
    this(spark, root, null);
  }

  /**
   * @param layout null: the one that suits the file system
   */
  public Warehouse(SparkSession spark, String root, Layout layout) throws IOException {
    Path path = parse(root);
    this.files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    this.root = files.makeQualified(path);
    this.layout = layout == null ? Layout.of(files.getScheme()) : layout;
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

  /** What is published now. */
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
    return below("control/" + name);
  }

  FileSystem files() {
    return files;
  }

  Layout layout() {
    return layout;
  }

  WholeFile wholeFile() {
    return new WholeFile(files, layout);
  }
}
