package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Articles;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.PublishStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class UpkeepTest {
  private static final String SECRET = "Zanzibarine quokkas hum at midnight in Lobamba.";

  @TempDir private Path folder;

  @Test
  void aForgottenArticleIsNowhereAndDoesNotComeBack(SparkSession spark) throws IOException {
    Path out = folder.resolve("out");
    Path first =
        corpus(
            "first.jsonl",
            article("keep-1", "Harbour Post", "Common words that two papers print."),
            article("gone-77", "Ledger", SECRET),
            "{\"id\": \"gone-77\", \"text\": 7}");
    Path second =
        corpus("second.jsonl", article("keep-2", "Ledger", "Common words that two papers print."));
    Nights.runFacts(spark, out, "2024-05-01", "on", first);
    Nights.runFacts(spark, out, "2024-05-02", "on", second);
    // A replaced night lies in the trash, with the text.
    Nights.run(spark, out, "2024-05-01", first);
    assertThat(filesThatHold(out, "gone-77")).isNotEmpty();

    RunReport report =
        upkeep(out).forget(spark, Nights.SILENT, new Takedown(Set.of("gone-77"), Set.of()));

    assertThat(filesThatHold(out, "gone-77")).isEmpty();
    assertThat(filesThatHold(out, "Lobamba")).isEmpty();
    assertThat(report.counts())
        .containsEntry("removed_articles", 1L)
        .containsEntry("removed_quarantine", 1L);
    assertThat(out.resolve("runs/" + report.runId() + "/receipt.json"))
        .content()
        .contains("\"articles\" : 1");
    assertThat(
            Nights.read(spark, out, Originality.TABLE).select(Articles.ARTICLE_ID).collectAsList())
        .extracting(row -> row.getString(0))
        .containsExactlyInAnyOrder("keep-1", "keep-2");
    assertThat(WarehouseCheck.of(spark, out.toString()).faults()).isEmpty();

    RunReport again = Nights.runFacts(spark, out, "2024-05-03", "on", first);
    assertThat(again.intake().forgotten()).isEqualTo(1);
    assertThat(again.intake().addsUp()).isTrue();
    assertThat(
            Nights.read(spark, out, Articles.TABLE)
                .where(col("article_id").equalTo("gone-77"))
                .count())
        .isZero();
  }

  @Test
  void theNextRunErasesWhatATakedownThatDiedHasLeft(SparkSession spark) throws IOException {
    Path out = folder.resolve("out");
    Path first =
        corpus(
            "first.jsonl",
            article("keep-1", "Harbour Post", "Common words that two papers print."),
            article("gone-77", "Ledger", SECRET));
    Nights.runFacts(spark, out, "2024-05-01", "on", first);
    Progress dies =
        Nights.watching(
            step -> {
              if (step == PublishStep.DONE) {
                throw new IllegalStateException("crash");
              }
            });

    assertThatThrownBy(
            () -> upkeep(out).forget(spark, dies, new Takedown(Set.of("gone-77"), Set.of())))
        .hasMessage("crash");
    assertThat(filesThatHold(out, "gone-77")).isNotEmpty();
    Nights.runFacts(
        spark, out, "2024-05-02", "on", corpus("b.jsonl", article("keep-2", "Ledger", "More.")));

    assertThat(filesThatHold(out, "gone-77")).isEmpty();
    assertThat(filesThatHold(out, "Lobamba")).isEmpty();
    assertThat(out.resolve("control/erasing")).doesNotExist();
    assertThat(WarehouseCheck.of(spark, out.toString()).faults()).isEmpty();
  }

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

  private static List<Path> filesThatHold(Path root, String text) throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
        if (bytes.contains(text)) {
          holding.add(file);
        }
      }
    }
    return holding;
  }

  private Path corpus(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines), UTF_8);
  }

  private static String article(String id, String source, String text) {
    return """
    {"id": "%s", "source": "%s", "published_at": "2024-05-01", "text": "%s"}"""
        .formatted(id, source, text);
  }
}
