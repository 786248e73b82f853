package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Records;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class ReadParquetTest {
  private static final ReadOptions DEFAULTS = ReadOptions.defaults();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "timestamp '2007-09-10 00:00:00Z'",
        "timestamp_ntz '2007-09-10 00:00:00'",
        "date '2007-09-10'",
        "'2007-09-10'",
        "1189382400L",
        "1189382400000L",
        "1189382400",
        "1189382400.0D"
      })
  void takesTheTimeInEveryType(String time, SparkSession spark) throws IOException {
    write(spark.sql("select 7 as id, 'körper' as text, " + time + " as published_at"), "a");

    assertThat(articles(spark, DEFAULTS))
        .containsExactly("7 körper 2007-09-10 00:00:00.0 0 parquet");
  }

  @Test
  void rowsAreNumberedAndRejectedOnesKept(SparkSession spark) throws IOException {
    Dataset<Row> rows =
        spark
            .range(0, 100, 1, 1)
            .select(
                col("id").cast("string").as("key"),
                when(col("id").equalTo(lit(42)), lit(null))
                    .when(col("id").equalTo(lit(43)), lit(new byte[] {'a', (byte) 0xff}))
                    .otherwise(lit("t").cast("binary"))
                    .as("body"),
                lit(1).as("text"));
    write(rows, "data");
    ReadOptions options = DEFAULTS.withColumns(Map.of("article_id", "key", "text", "body"));
    Corpus corpus = new Corpus(spark, folder);
    List<Row> found = corpus.records(options).collectAsList();

    Corpus.assertCountsAddUp(found);
    assertThat(found)
        .filteredOn(row -> row.getAs(Records.KIND).equals("article"))
        .hasSize(98)
        .allSatisfy(
            row ->
                assertThat(row.<String>getAs(Records.ARTICLE_ID))
                    .isEqualTo(row.getAs(Records.OFFSET).toString()));
    assertThat(corpus.quarantined(options))
        .extracting(rejected -> rejected.replaceAll(".*parquet ", ""))
        .containsExactly("42 missing_text", "43 invalid_utf8");
    assertThat(found)
        .filteredOn(row -> row.getAs(Records.KIND).equals("quarantined"))
        .extracting(
            row ->
                new String(
                    Base64.getDecoder().decode(row.<String>getAs(Records.RAW)),
                    StandardCharsets.ISO_8859_1))
        .containsExactlyInAnyOrder("{\"key\":\"42\"}", "a\u00ff");
  }

  @Test
  void aFileThatCannotBeReadIsRejectedWholeAndTheOthersRead(SparkSession spark) throws IOException {
    write(spark.sql("select 'good' as id, 't' as text"), "good");
    write(spark.sql("select 'x' as id, 't' as body"), "no-text");
    write(spark.sql("select 'x' as id, array('t') as text"), "list");
    byte[] whole = Files.readAllBytes(part("good"));
    Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length / 2));
    byte[] flipped = whole.clone();
    for (int i = 4; i < 40; i++) {
      flipped[i] ^= 0x55;
    }
    Files.write(folder.resolve("flipped.parquet"), flipped);

    assertThat(articles(spark, DEFAULTS)).containsExactly("good t null 0 parquet");
    assertThat(new Corpus(spark, folder).quarantined(DEFAULTS))
        .extracting(rejected -> rejected.replaceAll("/.*parquet", ""))
        .containsExactly(
            "cut.parquet 0 damaged_parquet",
            "flipped.parquet 0 damaged_parquet",
            "list 0 wrong_type",
            "no-text 0 bad_header");
  }

  @Test
  void aFileGivenItselfMayHaveAnOddNameButNotAHiddenOne(SparkSession spark) throws IOException {
    write(spark.sql("select 'x' as id, 't' as text"), "plain");
    Path odd = folder.resolve("[odd] {name}*?.parquet");
    Path hidden = folder.resolve("_hidden.parquet");
    Files.copy(part("plain"), odd);
    Files.copy(part("plain"), hidden);

    List<String> paths = List.of(odd.toString(), hidden.toString());
    assertThat(new ReadRecords(DEFAULTS).apply(spark, paths).collectAsList())
        .extracting(row -> row.<String>getAs(Records.KIND))
        .containsExactlyInAnyOrder("article", "quarantined", "summary", "summary");
  }

  @Test
  void anEmptyFileGivesNothing(SparkSession spark) throws IOException {
    write(spark.sql("select 'x' as id, 't' as text where 1 = 0"), "empty");

    assertThat(new Corpus(spark, folder).records().collectAsList()).isEmpty();
  }

  private void write(Dataset<Row> rows, String name) throws IOException {
    rows.coalesce(1).write().parquet(folder.resolve(name).toString());
  }

  private Path part(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(name))) {
      return files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  private List<String> articles(SparkSession spark, ReadOptions options) throws IOException {
    List<Row> rows = new Corpus(spark, folder).records(options).collectAsList();
    Corpus.assertCountsAddUp(rows);
    return rows.stream()
        .filter(row -> row.getAs(Records.KIND).equals("article"))
        .map(
            row ->
                "%s %s %s %s %s"
                    .formatted(
                        row.getAs(Records.ARTICLE_ID),
                        row.getAs(Records.TEXT),
                        row.getAs(Records.PUBLISHED_AT),
                        row.getAs(Records.OFFSET),
                        row.getAs(Records.FORMAT)))
        .sorted()
        .toList();
  }
}
