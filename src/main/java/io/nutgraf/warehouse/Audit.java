package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** Reads staged tables back from end to end before they are published. */
final class Audit {
  private final SparkSession spark;
  private final Warehouse warehouse;
  private final StagedTables staged;

  Audit(SparkSession spark, Warehouse warehouse, StagedTables staged) {
    this.spark = spark;
    this.warehouse = warehouse;
    this.staged = staged;
  }

  /**
   * Gives the nights as the manifest will list them.
   *
   * @throws IOException when a file cannot be read, rows are missing, or columns differ
   */
  List<Manifest.Night> of(String runId) throws IOException {
    Map<StagedNight, List<Path>> filesByNight = new LinkedHashMap<>();
    List<String> paths = new ArrayList<>();
    for (StagedNight night : staged.nights()) {
      List<Path> files = parquetFiles(staged.folder(night));
      filesByNight.put(night, files);
      files.forEach(file -> paths.add(file.toString()));
    }
    Map<String, Fingerprint> fingerprints = new Fingerprints(spark).of(paths);
    List<Manifest.Night> nights = new ArrayList<>();
    for (StagedNight night : staged.nights()) {
      Manifest.Night listed = list(night, filesByNight.get(night), fingerprints, runId);
      long rows = staged.count(night);
      if (rows != listed.rows()) {
        throw new IOException(
            "Table %s was made with %,d rows but %,d can be read back from %s"
                .formatted(night.table().name(), rows, listed.rows(), staged.folder(night)));
      }
      nights.add(listed);
    }
    return nights;
  }

  private Manifest.Night list(
      StagedNight night, List<Path> files, Map<String, Fingerprint> fingerprints, String runId)
      throws IOException {
    String folder = warehouse.relative(staged.published(night));
    List<Manifest.DataFile> dataFiles = new ArrayList<>();
    long rows = 0;
    for (Path file : files) {
      Fingerprint found = fingerprints.get(file.toString());
      if (found.fault() != null) {
        throw new IOException("Cannot read back %s: %s".formatted(file, found.fault()));
      }
      String wanted = night.table().schema().catalogString();
      if (!found.columns().equals(wanted)) {
        throw new IOException(
            "Table %s in %s has the columns %s, not %s"
                .formatted(night.table().name(), file, found.columns(), wanted));
      }
      rows += found.rows();
      dataFiles.add(
          new Manifest.DataFile(
              folder + "/" + file.getName(), found.bytes(), found.rows(), found.sha256()));
    }
    return new Manifest.Night(
        night.table().name(), night.date().toString(), runId, folder, rows, dataFiles);
  }

  private List<Path> parquetFiles(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (FileStatus file : warehouse.files().listStatus(folder)) {
      if (file.getPath().getName().endsWith(".parquet")) {
        files.add(file.getPath());
      }
    }
    files.sort(null);
    return files;
  }
}
