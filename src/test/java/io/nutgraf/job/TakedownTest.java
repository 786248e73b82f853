package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Articles;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Table;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.PublishStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was taken down is nowhere in the warehouse, and does not come back. */
@ExtendWith(SparkExtension.class)
class TakedownTest {
  private static final String COMMON = "Common words that two papers print.";
  private static final String SECRET = "Zanzibarine quokkas hum at midnight in Lobamba.";
  private static final String GONE = "gone-77";
  private static final String WORD = "Lobamba";

  @TempDir private Path folder;
  private Path out;

  @BeforeEach
  void nameTheWarehouse() {
    out = folder.resolve("out");
  }

  @Test
  void aForgottenArticleIsNowhereAndDoesNotComeBack(SparkSession spark) throws IOException {
    Path first =
        corpus(
            "first.jsonl",
            article("keep-1", "Harbour Post", COMMON),
            article(GONE, "Ledger", SECRET),
            "{\"id\": \"gone-77\", \"text\": 7}");
    Nights.runFacts(spark, out, "2024-05-01", "on", first);
    Path second = corpus("second.jsonl", article("keep-2", "Ledger", COMMON));
    Nights.runFacts(spark, out, "2024-05-02", "on", second);
    // A replaced night lies in the trash, with the text.
    Nights.run(spark, out, "2024-05-01", first);
    WarehouseText before = WarehouseText.of(spark, out);
    assertThat(before.placesOf(GONE))
        .contains("tables/articles/date=2024-05-01", "tables/quarantine/date=2024-05-01")
        .anyMatch(place -> place.startsWith("trash/"));
    assertThat(before.placesOf(WORD))
        .contains("tables/texts/date=2024-05-01")
        .anyMatch(place -> place.startsWith("trash/"));

    RunReport report = forget(spark, Nights.SILENT, Set.of(GONE), Set.of());

    assertNowhere(spark, GONE, WORD);
    assertThat(report.counts())
        .containsEntry("removed_articles", 1L)
        .containsEntry("removed_quarantine", 1L);
    assertThat(receipt(report.runId()))
        .content()
        .contains("\"articles\" : 1", "\"finished_by\" : \"%s\"".formatted(report.runId()));
    assertThat(ids(spark, Originality.TABLE)).containsExactlyInAnyOrder("keep-1", "keep-2");
    assertThat(WarehouseCheck.of(spark, out.toString()).faults()).isEmpty();

    Path third =
        corpus(
            "third.jsonl",
            article("keep-3", "Post", "More."),
            rejected(GONE, "Ledger", SECRET),
            rejected("other-1", "Ledger", "A record like gone-77 in its form."));
    RunReport again =
        Nights.run(spark, Nights.counting(out.toString(), "on", null), "2024-05-03", first, third);
    assertThat(again.intake().forgotten()).isEqualTo(3);
    assertThat(again.intake().quarantined()).isEqualTo(1);
    assertThat(again.intake().addsUp()).isTrue();
    assertNowhere(spark, WORD);
    assertThat(WarehouseText.of(spark, out).placesOf("other-1"))
        .contains("tables/quarantine/date=2024-05-03");
  }

  @Test
  void aForgottenOutletIsNowhereAndOthersOfLikeNamesStay(SparkSession spark) throws IOException {
    Path input =
        corpus(
            "a.jsonl",
            article("wire-1", "AP", SECRET),
            rejected("wire-2", "AP", "Barely a word."),
            article("other-1", "MAP", "The ministry said on Monday that AP had asked."),
            rejected("other-2", "MAP", "So said Reuters, AP, and others."));
    Nights.runFacts(spark, out, "2024-05-01", "on", input);
    WarehouseText before = WarehouseText.of(spark, out);
    for (String word : List.of("wire-1", "wire-2", WORD, "source\":\"AP\"")) {
      assertThat(before.placesOf(word)).as(word).isNotEmpty();
    }

    RunReport report = forget(spark, Nights.SILENT, Set.of(), Set.of("AP"));

    assertNowhere(spark, "wire-1", "wire-2", WORD, "source\":\"AP\"");
    assertThat(report.counts())
        .containsEntry("removed_articles", 1L)
        .containsEntry("removed_quarantine", 1L);
    assertThat(WarehouseText.of(spark, out).placesOf("other-2"))
        .contains("tables/quarantine/date=2024-05-01");
    assertThat(ids(spark, Originality.TABLE)).containsExactly("other-1");
    assertThat(WarehouseCheck.of(spark, out.toString()).faults()).isEmpty();

    RunReport again = Nights.runFacts(spark, out, "2024-05-02", "on", input);
    assertThat(again.intake().accepted()).isEqualTo(1);
    assertThat(again.intake().quarantined()).isEqualTo(1);
    assertThat(again.intake().forgotten()).isEqualTo(2);
    assertThat(again.intake().addsUp()).isTrue();
    assertNowhere(spark, "wire-1", "wire-2", WORD, "source\":\"AP\"");
    assertThat(ids(spark, Articles.TABLE)).containsExactly("other-1", "other-1");
    assertThat(Nights.read(spark, out, Quarantine.TABLE).count()).isEqualTo(2);
  }

  @Test
  void theNextRunFinishesATakedownThatDiedEvenIfItFails(SparkSession spark) throws IOException {
    Path first =
        corpus(
            "a.jsonl", article("keep-1", "Harbour Post", COMMON), article(GONE, "Ledger", SECRET));
    Nights.runFacts(spark, out, "2024-05-01", "on", first);
    failACheck(spark, "2024-05-02", first);
    dieInForget(spark, PublishStep.DONE);
    WarehouseText before = WarehouseText.of(spark, out);
    assertThat(before.placesOf(GONE)).anyMatch(place -> place.startsWith("work/"));
    assertThat(before.placesOf(WORD))
        .anyMatch(place -> place.startsWith("work/"))
        .anyMatch(place -> place.startsWith("trash/"));

    failACheck(spark, "2024-05-03", corpus("b.jsonl", article("keep-2", "Ledger", "More.")));

    assertNowhere(spark, GONE, WORD);
    String runId = takedowns().get(0);
    assertThat(receipt(runId))
        .content()
        .contains("\"run_id\" : \"%s\"".formatted(runId), "\"articles\" : 1")
        .containsPattern("\"finished_by\" : \"\\S*-night-2024-05-03-");
    assertThat(out.resolve("control/erasing")).doesNotExist();
    assertThat(WarehouseCheck.of(spark, out.toString()).faults()).isEmpty();
  }

  /** A receipt for what is still there would be a lie. */
  @Test
  void aTakedownThatPublishedNothingIsToldOfAndHasNoReceipt(SparkSession spark) throws IOException {
    Nights.runFacts(
        spark,
        out,
        "2024-05-01",
        "on",
        corpus("a.jsonl", article("keep-1", "Post", COMMON), article(GONE, "Ledger", SECRET)));
    dieInForget(spark, PublishStep.AUDITED);

    RunReport next =
        Nights.runFacts(
            spark, out, "2024-05-02", "on", corpus("b.jsonl", article("keep-2", "Post", "More.")));

    assertThat(next.warnings()).anyMatch(warning -> warning.contains("run nutgraf forget again"));
    assertThat(receipt(takedowns().get(0))).doesNotExist();
    assertThat(out.resolve("control/erasing")).doesNotExist();
    assertThat(ids(spark, Articles.TABLE)).contains(GONE);
  }

  private RunReport forget(
      SparkSession spark, Progress progress, Set<String> articleIds, Set<String> sources) {
    return new Upkeep(Nights.counting(out.toString(), "off", null))
        .forget(spark, progress, new Takedown(articleIds, sources));
  }

  private void dieInForget(SparkSession spark, PublishStep at) {
    Progress dies =
        Nights.watching(
            step -> {
              if (step == at) {
                throw new IllegalStateException("crash");
              }
            });
    assertThatThrownBy(() -> forget(spark, dies, Set.of(GONE), Set.of())).hasMessage("crash");
  }

  /** A night that wants more articles than there are. */
  private void failACheck(SparkSession spark, String date, Path input) {
    NightConfig config =
        new NightConfig(
            List.of(input.toString()),
            LocalDate.parse(date),
            new NightConfig.Reading("auto", Map.of(), ZoneOffset.UTC, null, 8, "auto"),
            new NightConfig.Checks(1000, 1, 1),
            /* makesSnapshots= */ false,
            Nights.counting(out.toString(), "off", null),
            /* metricsFile= */ null,
            Map.of());
    assertThatThrownBy(() -> new Night(config).run(spark, Nights.SILENT))
        .isInstanceOfSatisfying(
            NightException.class, e -> assertThat(e.outcome()).isEqualTo(Outcome.GATE_FAILED));
  }

  private void assertNowhere(SparkSession spark, String... words) throws IOException {
    WarehouseText text = WarehouseText.of(spark, out);
    for (String word : words) {
      assertThat(text.placesOf(word)).as(word).isEmpty();
    }
  }

  private List<String> ids(SparkSession spark, Table table) {
    return Nights.read(spark, out, table).select(col(Articles.ARTICLE_ID)).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private List<String> takedowns() throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return runs.map(run -> run.getFileName().toString())
          .filter(run -> run.contains("-forget-"))
          .toList();
    }
  }

  private Path receipt(String runId) {
    return out.resolve("runs/" + runId + "/receipt.json");
  }

  private Path corpus(String name, String... lines) throws IOException {
    return Files.write(folder.resolve(name), List.of(lines), UTF_8);
  }

  private static String article(String id, String source, String text) {
    return record(id, source, "2024-05-01", text);
  }

  /** One whose time of publication is none. */
  private static String rejected(String id, String source, String text) {
    return record(id, source, "soon", text);
  }

  private static String record(String id, String source, String publishedAt, String text) {
    return """
    {"id": "%s", "source": "%s", "published_at": "%s", "text": "%s"}\
    """
        .formatted(id, source, publishedAt, text);
  }
}
