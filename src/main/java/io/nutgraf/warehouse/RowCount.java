package io.nutgraf.warehouse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of a folder of Parquet files, as the footers have them. Spark's own count reads no more
 * than the footers either; of a few files the driver has read them before a query is planned.
 */
final class RowCount {
  /** From here on executors read them: on an object store each footer takes a round trip. */
  private static final int MOST_FILES_ON_DRIVER = 16;

  private RowCount() {}

  /**
   * Counts rows.
   *
   * @param written what Spark reads from the folder
   * @throws IOException when a footer cannot be read; it names the file
   */
  static long of(Dataset<Row> written, Path folder) throws IOException {
    Configuration configuration = written.sparkSession().sparkContext().hadoopConfiguration();
    List<FileStatus> files = parquetFiles(folder, configuration);
    if (files.size() > MOST_FILES_ON_DRIVER) {
      return written.count();
    }
    long rows = 0;
    for (FileStatus file : files) {
      rows += inFooter(file, configuration);
    }
    return rows;
  }

  private static List<FileStatus> parquetFiles(Path folder, Configuration configuration)
      throws IOException {
    FileSystem fileSystem = folder.getFileSystem(configuration);
    List<FileStatus> files = new ArrayList<>();
    for (FileStatus file : fileSystem.listStatus(folder)) {
      if (file.getPath().getName().endsWith(".parquet")) {
        files.add(file);
      }
    }
    return files;
  }

  private static long inFooter(FileStatus file, Configuration configuration) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromStatus(file, configuration))) {
      return reader.getRecordCount();
    } catch (IOException | RuntimeException e) {
      throw new IOException("Cannot read back " + file.getPath() + ": " + e.getMessage(), e);
    }
  }
}
