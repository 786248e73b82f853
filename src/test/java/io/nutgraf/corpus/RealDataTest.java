package io.nutgraf.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nutgraf.table.Records;
import io.nutgraf.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reads the real texts that lie beside the project, if they do. */
@ExtendWith(SparkExtension.class)
class RealDataTest {

  @Test
  void readsThePressReleasesOfAMonth(SparkSession spark) {
    Map<String, Long> kinds =
        read(spark, "senate_press_small_2007_09.jsonl.gz").stream()
            .collect(Collectors.groupingBy(row -> row.getAs(Records.KIND), Collectors.counting()));

    assertThat(kinds).isEqualTo(Map.of("article", 1_105L, "summary", 1L));
  }

  @Test
  void readsTheSeedArticleAsOneArticle(SparkSession spark) {
    List<Row> rows = read(spark, "seed_article.txt");

    Corpus.assertCountsAddUp(rows);
    assertThat(rows)
        .filteredOn(row -> row.getAs(Records.KIND).equals("article"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs(Records.ARTICLE_ID)).isEqualTo("seed_article.txt");
              assertThat(row.<String>getAs(Records.SOURCE)).isEqualTo("data");
              assertThat(row.<String>getAs(Records.TEXT).strip().lines()).hasSize(17);
            });
  }

  private static List<Row> read(SparkSession spark, String name) {
    Path file = Path.of("../shared/data", name);
    assumeTrue(Files.exists(file), file + " is absent, so this test is skipped");
    return new ReadRecords(ReadOptions.defaults())
        .apply(spark, List.of(file.toString()))
        .collectAsList();
  }
}
