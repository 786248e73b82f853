package io.nutgraf.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SparkExtension.class)
class RowCountTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "5000, 3", "5000, 16", "5000, 17"})
  void isThatOfTheFilesHoweverManyThereAre(long rows, int files, SparkSession spark)
      throws IOException {
    Dataset<Row> written = write(spark, rows, files);

    assertThat(files()).hasSize(files);
    assertThat(count(written)).isEqualTo(rows);
  }

  @Test
  void aFileThatIsGoneCountsNoMore(SparkSession spark) throws IOException {
    Dataset<Row> written = write(spark, 30, 3);
    Files.delete(files().get(0));

    assertThat(count(written)).isEqualTo(20);
  }

  @Test
  void aFileWithoutItsEndIsNamed(SparkSession spark) throws IOException {
    Dataset<Row> written = write(spark, 30, 3);
    Path file = files().get(1);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
    // Hadoop's own checksum would find it too, but travels with no copy.
    Files.delete(file.resolveSibling("." + file.getFileName() + ".crc"));

    assertThatThrownBy(() -> count(written))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("Cannot read back", file.getFileName().toString());
  }

  private Dataset<Row> write(SparkSession spark, long rows, int files) {
    String folder = temp.resolve("table").toString();
    spark.range(0, rows, 1, files).toDF().write().parquet(folder);
    return spark.read().schema("id bigint").parquet(folder);
  }

  private long count(Dataset<Row> written) throws IOException {
    return RowCount.of(written, new org.apache.hadoop.fs.Path(temp.resolve("table").toUri()));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(temp.resolve("table"))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
