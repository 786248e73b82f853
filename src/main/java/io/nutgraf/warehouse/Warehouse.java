package io.nutgraf.warehouse;

import io.nutgraf.table.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/**
 * The folders of a warehouse, on any Hadoop file system that can rename.
 *
 * <pre>
 * tables/TABLE/date=YYYY-MM-DD/   published nights; nothing else is ever here
 * runs/RUN/                       run.json of each run
 * work/RUN/                       tables being made; outside what analysts read
 * trash/RUN/                      nights that a run replaced
 * </pre>
 */
public final class Warehouse {
  private static final String DATE = "date=";

  private final FileSystem files;
  private final Path root;

  public Warehouse(SparkSession spark, String root) throws IOException {
    Path path = new Path(root);
    this.files = path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    this.root = files.makeQualified(path);
  }

  /** The nights of a table that are published, oldest first. */
  public List<LocalDate> nights(Table table) throws IOException {
    Path folder = tableFolder(table);
    if (!files.exists(folder)) {
      return List.of();
    }
    List<LocalDate> nights = new ArrayList<>();
    for (FileStatus night : files.listStatus(folder)) {
      String name = night.getPath().getName();
      if (night.isDirectory() && name.startsWith(DATE)) {
        nights.add(LocalDate.parse(name.substring(DATE.length())));
      }
    }
    Collections.sort(nights);
    return nights;
  }

  public Path root() {
    return root;
  }

  /** Where a table is published, a folder for each night in it. */
  public Path tableFolder(Table table) {
    return new Path(root, "tables/" + table.name());
  }

  Path nightFolder(Table table, LocalDate night) {
    return new Path(tableFolder(table), DATE + night);
  }

  Path workFolder(String runId) {
    return new Path(root, "work/" + runId);
  }

  Path trashFolder(String runId) {
    return new Path(root, "trash/" + runId);
  }

  /** Where a run leaves its report. */
  public Path runFolder(String runId) {
    return new Path(root, "runs/" + runId);
  }

  FileSystem files() {
    return files;
  }
}
