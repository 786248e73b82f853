package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Clusters;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class UpkeepTest {
  @TempDir private Path folder;

  @Test
  void snapshotsMadeAgainAndCompactedNightsHaveTheSameRows(SparkSession spark) throws IOException {
    Path out = folder.resolve("out");
    Nights.runFacts(
        spark,
        out,
        "2024-05-01",
        "on",
        corpus("a.jsonl", article("a", "S", "Words that both nights print here, and more.")));
    Nights.run(
        spark,
        out,
        "2024-05-02",
        corpus("b.jsonl", article("b", "T", "Words that both nights print here, and more.")));
    List<List<String>> before = rows(spark, out);

    upkeep(out).remakeSnapshots(spark, Nights.SILENT);
    assertThat(rows(spark, out)).isEqualTo(before);

    upkeep(out).compact(spark, Nights.SILENT, 256);
    assertThat(rows(spark, out)).isEqualTo(before);
    for (Table table : Tables.PUBLISHED) {
      try (Stream<Path> files = Files.walk(out.resolve("tables").resolve(table.name()))) {
        assertThat(files.filter(file -> file.toString().endsWith(".parquet")).count())
            .as(table.name())
            .isLessThanOrEqualTo(2);
      }
    }
    assertThat(WarehouseCheck.of(spark, out.toString()).faults()).isEmpty();
    assertThat(Nights.read(spark, out, Clusters.TABLE).count()).isEqualTo(1);
  }

  @Test
  void withoutANightThereIsNothingToKeepUp(SparkSession spark) {
    assertThatThrownBy(() -> upkeep(folder.resolve("empty")).remakeSnapshots(spark, Nights.SILENT))
        .isInstanceOfSatisfying(
            NightException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.INPUT_MISSING))
        .hasMessageContaining("No night is published");
  }

  private static Upkeep upkeep(Path warehouse) {
    return new Upkeep(Nights.counting(warehouse.toString(), "off", null));
  }

  /** Rows of all tables but the runs, each table's sorted. */
  private static List<List<String>> rows(SparkSession spark, Path warehouse) {
    List<List<String>> rows = new ArrayList<>();
    for (Table table : Tables.PUBLISHED) {
      if (!table.name().equals("runs")) {
        rows.add(
            Nights.read(spark, warehouse, table)
                .select(
                    Stream.concat(Stream.of("date"), Arrays.stream(table.schema().fieldNames()))
                        .map(name -> col(name))
                        .toArray(Column[]::new))
                .collectAsList()
                .stream()
                .map(Object::toString)
                .sorted()
                .toList());
      }
    }
    return rows;
  }

  private Path corpus(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines), UTF_8);
  }

  private static String article(String id, String source, String text) {
    return """
    {"id": "%s", "source": "%s", "published_at": "2024-05-01", "text": "%s"}\
    """
        .formatted(id, source, text);
  }
}
