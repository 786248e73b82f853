package io.nutgraf.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Records;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A folder of input files, and what is read from it. */
final class Corpus {
  private final SparkSession spark;
  private final Path folder;

  Corpus(SparkSession spark, Path folder) throws IOException {
    this.spark = spark;
    this.folder = folder.toRealPath();
  }

  Corpus with(String name, String text) throws IOException {
    return with(name, text.getBytes(UTF_8));
  }

  Corpus with(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  String path(String name) {
    return folder.resolve(name).toString();
  }

  Dataset<Row> records() {
    return records(ReadOptions.defaults());
  }

  Dataset<Row> records(ReadOptions options) {
    return new ReadRecords(options).apply(spark, List.of(folder.toString()));
  }

  /** Articles as "file offset id text", sorted; the counts and bytes of all records are checked. */
  List<String> articles(ReadOptions options) throws IOException {
    List<Row> rows = records(options).collectAsList();
    assertCountsAddUp(rows);
    for (Row row : rows) {
      if (row.getAs(Records.KIND).equals(RecordKind.QUARANTINED)) {
        assertRawIsAtItsOffset(row);
      }
    }
    return rows.stream()
        .filter(row -> row.getAs(Records.KIND).equals(RecordKind.ARTICLE))
        .map(
            row ->
                "%s %s %s %s"
                    .formatted(
                        name(row),
                        row.getAs(Records.OFFSET),
                        row.getAs(Records.ARTICLE_ID),
                        row.getAs(Records.TEXT)))
        .sorted()
        .toList();
  }

  /** Rejected records as "file offset reason", sorted. */
  List<String> quarantined(ReadOptions options) {
    return records(options)
        .where(col(Records.KIND).equalTo(RecordKind.QUARANTINED))
        .collectAsList()
        .stream()
        .map(
            row ->
                "%s %s %s"
                    .formatted(name(row), row.getAs(Records.OFFSET), row.getAs(Records.REASON)))
        .sorted()
        .toList();
  }

  private String name(Row row) {
    String prefix = "file:" + folder + "/";
    String file = row.getAs(Records.FILE);
    assertThat(file).startsWith(prefix);
    return file.substring(prefix.length());
  }

  static void assertCountsAddUp(List<Row> rows) {
    long read = 0;
    long blank = 0;
    long kept = 0;
    for (Row row : rows) {
      if (row.getAs(Records.KIND).equals(RecordKind.SUMMARY)) {
        read += row.<Long>getAs(Records.N_READ);
        blank += row.<Long>getAs(Records.N_BLANK);
      } else {
        kept++;
      }
    }
    assertThat(read).isEqualTo(kept + blank);
  }

  /** What is kept of a rejected record stands in the plain file where it says. */
  static void assertRawIsAtItsOffset(Row row) throws IOException {
    byte[] raw = Base64.getDecoder().decode(row.<String>getAs(Records.RAW));
    Reason reason = Reason.valueOf(row.<String>getAs(Records.REASON).toUpperCase(Locale.ROOT));
    String file = row.<String>getAs(Records.FILE).substring("file:".length());
    boolean isStored =
        List.of(
                Reason.DAMAGED_GZIP,
                Reason.DAMAGED_ZSTD,
                Reason.DAMAGED_PARQUET,
                Reason.COMPRESSION_BOMB,
                Reason.NOT_UTF8,
                Reason.BAD_HEADER,
                Reason.UNKNOWN_FORMAT)
            .contains(reason);
    byte[] stored = Files.readAllBytes(Path.of(file));
    Compression compression = isStored ? Compression.NONE : Compression.ofFileName(file);
    try (InputStream plain = compression.open(new ByteArrayInputStream(stored))) {
      plain.skipNBytes(row.<Long>getAs(Records.OFFSET));
      byte[] rest = plain.readAllBytes();
      assertThat(raw).isEqualTo(Arrays.copyOf(rest, raw.length));
      String message = row.getAs(Records.MESSAGE);
      boolean isToldWhole = !message.contains("raw holds the first");
      boolean isWhole = raw.length == rest.length || rest[raw.length] == '\n';
      assertThat(isWhole).as(message).isEqualTo(isToldWhole);
    }
  }
}
