package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Deletes all of an Iceberg table that readers do not see by its name: other branches, tags and
 * snapshots with their files, and files that a run which died has left. Part of a takedown.
 */
record EraseIcebergHistory(SparkSession spark, IcebergHistory history) {
  private static final String FILES_VIEW = "nutgraf_files";

  void apply() throws IOException {
    Instant now = Instant.now();
    history.dropAllButMain();
    history.expireBefore(now);
    long left = history.count() - 1;
    if (left > 0) {
      throw new IOException(
          "table %s still has %,d old snapshots, since its branch main keeps them; change that"
              .formatted(history.table(), left));
    }
    deleteStrayFiles(now);
  }

  private void deleteStrayFiles(Instant now) throws IOException {
    // Iceberg spares files of the last day, since somebody may be writing them. Here nobody is, and
    // it is told that they are old.
    spark
        .createDataset(filesBefore(now), Encoders.STRING())
        .select(col("value").as("file_path"), lit(Instant.EPOCH).as("last_modified"))
        .createOrReplaceTempView(FILES_VIEW);
    List<Row> strays =
        history
            .call("remove_orphan_files", "file_list_view => '%s'".formatted(FILES_VIEW))
            .collectAsList();
    spark.catalog().dropTempView(FILES_VIEW);
    for (Row stray : strays) {
      // It only logs what it cannot delete.
      Path file = new Path(stray.getString(0));
      if (fileSystem(file).exists(file)) {
        throw new IOException("cannot delete %s; delete it by hand".formatted(file));
      }
    }
  }

  /**
   * All files of the table, named as the table names them; newer ones may be those of somebody who
   * merges files just now.
   */
  private List<String> filesBefore(Instant time) throws IOException {
    String location = history.location();
    FileSystem fileSystem = fileSystem(new Path(location));
    int rootLength = new Path(location).toUri().getPath().length();
    List<String> files = new ArrayList<>();
    // Nothing else: in other folders there may be other tables.
    for (String name : List.of("data", "metadata")) {
      Path folder = new Path(location, name);
      if (fileSystem.exists(folder)) {
        RemoteIterator<LocatedFileStatus> all = fileSystem.listFiles(folder, /* recursive= */ true);
        while (all.hasNext()) {
          LocatedFileStatus file = all.next();
          if (file.getModificationTime() < time.toEpochMilli()) {
            files.add(location + file.getPath().toUri().getPath().substring(rootLength));
          }
        }
      }
    }
    return files;
  }

  private FileSystem fileSystem(Path path) throws IOException {
    return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }
}
