package io.nutgraf.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Table;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ExplainMode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the last days are counted from is not looked for among all days. */
@ExtendWith(SparkExtension.class)
class SortedFactsTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void runNight(SparkSession spark) {
    Nights.runFacts(spark, folder, "2014-11-23", "off", Path.of("jobs/sample/articles.jsonl"));
  }

  @Test
  void standByTime(SparkSession spark) {
    assertSorted(spark, Paragraphs.TABLE, Paragraphs.PUBLISHED_AT);
    assertSorted(spark, Mentions.TABLE, Mentions.PUBLISHED_AT);
    assertSorted(spark, Evidence.TABLE, Evidence.DAY);
  }

  @Test
  void pagesOfOtherDaysAreLeftOut(SparkSession spark) {
    RecentDays days = RecentDays.of(2, LocalDate.parse("2014-11-23"));
    Dataset<Row> mentions = Nights.read(spark, folder, Mentions.TABLE);
    Dataset<Row> evidence = Nights.read(spark, folder, Evidence.TABLE);

    assertThat(plan(days.byTime(mentions, Mentions.PUBLISHED_AT)))
        .contains("PushedFilters: [IsNotNull(published_at), GreaterThanOrEqual(published_at,");
    assertThat(plan(days.byDay(evidence, Evidence.DAY)))
        .contains("PushedFilters: [IsNotNull(day), GreaterThanOrEqual(day,2014-11-22)");
  }

  /** A filter is pushed to types without statistics, too, but then leaves out nothing. */
  @Test
  void timesHaveStatistics(SparkSession spark) throws IOException {
    for (Table table : List.of(Paragraphs.TABLE, Mentions.TABLE)) {
      for (String file : Nights.read(spark, folder, table).inputFiles()) {
        try (ParquetFileReader reader =
            ParquetFileReader.open(
                HadoopInputFile.fromPath(
                    new org.apache.hadoop.fs.Path(file), new Configuration()))) {
          assertThat(reader.getFooter().getBlocks())
              .isNotEmpty()
              .allSatisfy(
                  block -> assertThat(column(block).getStatistics().hasNonNullValue()).isTrue());
        }
      }
    }
  }

  private static ColumnChunkMetaData column(BlockMetaData block) {
    return block.getColumns().stream()
        .filter(column -> column.getPath().toDotString().equals(Mentions.PUBLISHED_AT))
        .findFirst()
        .orElseThrow();
  }

  private static void assertSorted(SparkSession spark, Table table, String column) {
    Dataset<Row> rows = Nights.read(spark, folder, table);
    List<String> files = Arrays.asList(rows.inputFiles());
    assertThat(files).as("files of " + table.name()).isNotEmpty();
    for (String file : files) {
      List<String> times =
          spark.read().parquet(file).select(column).collectAsList().stream()
              .map(row -> row.get(0))
              .filter(Objects::nonNull)
              .map(Object::toString)
              .toList();
      assertThat(times).as(file).isSorted();
      assertThat(times.stream().distinct()).as("times in " + file).hasSizeGreaterThan(1);
    }
  }

  private static String plan(Dataset<Row> rows) {
    return rows.queryExecution().explainString(ExplainMode.fromString("formatted"));
  }
}
