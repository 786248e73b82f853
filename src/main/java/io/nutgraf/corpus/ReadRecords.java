package io.nutgraf.corpus;

import io.nutgraf.table.Records;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a corpus.
 *
 * <p>Files -> {@link Records}, in no particular order: a row per accepted article, a row per
 * rejected record with its {@link Reason} and its bytes, and a summary row per split of a file with
 * the records seen in it, blank ones included. So the sum of {@code n_read} is the number of
 * article and quarantined rows and the sum of {@code n_blank}. A file that is rejected as a whole
 * counts as one record read. The articles do not depend on the order of the paths, nor on how the
 * files are split.
 *
 * <p>Offsets are bytes in the plain (decompressed) file and row numbers in a Parquet file; {@code
 * raw} holds the record's bytes without its line feed, the stored bytes of a file that is rejected
 * as a whole, and a JSON object of the mapped columns for a row of a Parquet file; never more than
 * the first MiB. A missing identifier is the first 32 hex digits of the SHA-256 of the url, or else
 * of source, title and text joined by NUL.
 *
 * <p>Memory: the driver lists the files; a task holds one record (at most three times {@code
 * maxArticleBytes} and 1 MiB) and streams. A compressed or CSV file is one task. Compressed and
 * Parquet files are read twice, first to see whether they are whole.
 */
public record ReadRecords(ReadOptions options) {

  /**
   * Lists the files and plans the reading; the returned table reads them whenever it is used, so
   * write it once.
   *
   * @param paths files, folders (with all below them) or globs of any Hadoop file system; names
   *     that start with {@code _} or {@code .} are skipped unless given themselves
   * @throws InputMissingException naming every path that matches no file
   * @throws UncheckedIOException if the storage fails
   */
  public Dataset<Row> apply(SparkSession spark, List<String> paths) {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    try {
      List<InputFile> files = new FindFiles(hadoop, options.format()).under(paths);
      Map<Boolean, List<InputFile>> byIsParquet =
          files.stream()
              .collect(Collectors.partitioningBy(file -> file.format() == InputFormat.PARQUET));
      int parallelism = spark.sparkContext().defaultParallelism();
      List<List<Split>> tasks =
          new PlanTasks(options.splitBytes(), parallelism).plan(byIsParquet.get(false));
      Dataset<Row> rows = new ReadSplits(options).apply(spark, tasks);
      List<InputFile> parquet = byIsParquet.get(true);
      if (!parquet.isEmpty()) {
        rows = rows.unionByName(new ReadParquet(options).apply(spark, parquet));
      }
      return RecordRows.conform(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The input %s cannot be listed: %s".formatted(paths, e.getMessage()), e);
    }
  }
}
