package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.Sink;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A takedown is done when its sink is, whichever run comes to that. */
@ExtendWith(SparkExtension.class)
class ErasureTest {

  /** Tables that write down what is asked of them. */
  private static final class Tables implements Sink {
    private final String options;
    private final List<Replaced> asked = new ArrayList<>();
    private String fault;

    Tables(String namespace) {
      this.options = "--sink iceberg --iceberg-namespace " + namespace;
    }

    @Override
    public String options() {
      return options;
    }

    @Override
    public void check(SparkSession spark) {}

    @Override
    public void follow(SparkSession spark, Warehouse warehouse, String runId, Replaced replaced)
        throws IOException {
      if (fault != null) {
        throw new IOException(fault);
      }
      asked.add(replaced);
    }
  }

  private final Tables lake = new Tables("lake.news");

  @TempDir private Path folder;
  private Path out;
  private Warehouse warehouse;
  private String takedown;

  /** The first night stands for the publication of the takedown. */
  @BeforeEach
  void publish(SparkSession spark) throws IOException {
    out = folder.resolve("out");
    Path news =
        Files.write(
            folder.resolve("a.jsonl"),
            List.of("{\"id\": \"a\", \"text\": \"One.\"}", "{\"id\": \"b\", \"text\": \"Two.\"}"),
            UTF_8);
    takedown = Nights.runFacts(spark, out, "2024-05-01", "off", news).runId();
    warehouse = new Warehouse(spark, out.toString());
  }

  @Test
  void withAnotherSinkOrNoneTheRestIsLeftToACommandThatHasIt(SparkSession spark)
      throws IOException {
    erasure(spark, lake).announce(takedown, Map.of("articles", 2L));
    Files.createDirectories(out.resolve("work/of-a-failed-run"));
    Tables other = new Tables("lake.other");

    for (Sink sink : List.of(Sink.NONE, other)) {
      assertThat(finish(spark, sink).warnings())
          .singleElement()
          .asString()
          .contains(takedown, "--sink iceberg --iceberg-namespace lake.news");
      assertThat(out.resolve("work")).doesNotExist();
      assertThat(receipt(takedown)).doesNotExist();
      assertThat(pending()).exists();
    }
    assertThat(other.asked).isEmpty();

    assertThat(finish(spark, lake).warnings()).isEmpty();
    assertThat(lake.asked).containsExactly(Sink.Replaced.ERASE);
    assertThat(receipt(takedown))
        .content()
        .contains("\"articles\" : 2", "\"finished_by\" : \"next\"");
    assertThat(pending()).doesNotExist();
    finish(spark, lake);
    assertThat(lake.asked).hasSize(1);
  }

  @Test
  void aTakedownWithoutASinkLeavesTheTablesOfOthersAlone(SparkSession spark) throws IOException {
    erasure(spark, Sink.NONE).announce(takedown, Map.of());

    assertThat(finish(spark, lake).warnings()).isEmpty();

    assertThat(lake.asked).isEmpty();
    assertThat(receipt(takedown)).exists();
    assertThat(pending()).doesNotExist();
  }

  @Test
  void aReportThatCannotBeReadIsNoObstacleAndNamesNobody(SparkSession spark) throws IOException {
    Path report = out.resolve("runs/20240101T000000Z-night-2024-01-01-0/run.json");
    Files.createDirectories(report.getParent());
    Files.writeString(report, "{\"message\": \"Imogen Vantreig", UTF_8);
    erasure(spark, Sink.NONE).announce(takedown, Map.of());

    assertThat(finish(spark, Sink.NONE).warnings()).isEmpty();

    assertThat(receipt(takedown)).exists();
    assertThat(report).content().contains("\"unknown\"").doesNotContain("Imogen");
  }

  @Test
  void aSinkThatFailsIsTriedAgainByTheNext(SparkSession spark) throws IOException {
    erasure(spark, lake).announce(takedown, Map.of());
    lake.fault = "the catalog is closed";
    assertThatThrownBy(() -> erasure(spark, lake).carryOut(takedown)).hasMessage(lake.fault);
    assertThat(finish(spark, lake).warnings())
        .singleElement()
        .asString()
        .contains(takedown, lake.fault);
    assertThat(receipt(takedown)).doesNotExist();

    lake.fault = null;
    assertThat(finish(spark, lake).warnings()).isEmpty();
    assertThat(lake.asked).containsExactly(Sink.Replaced.ERASE);
    assertThat(receipt(takedown)).exists();
  }

  @Test
  void anotherTakedownIsNotHeldUp(SparkSession spark) throws IOException {
    erasure(spark, lake).announce(takedown, Map.of());

    RunReport report =
        new Upkeep(Nights.counting(out.toString(), "off", null))
            .forget(spark, Nights.SILENT, new Takedown(Set.of("a"), Set.of()));

    assertThat(report.counts()).containsEntry("removed_articles", 1L);
    assertThat(report.warnings()).anyMatch(warning -> warning.contains(lake.options));
    assertThat(receipt(report.runId())).exists();
    assertThat(pending()).content().contains(takedown).doesNotContain(report.runId());
    finish(spark, lake);
    assertThat(pending()).doesNotExist();
  }

  /** The name of the takedown was all that earlier versions wrote. */
  @Test
  void whatAnEarlierVersionAnnouncedIsFinishedWithTheSinkThatThereIs(SparkSession spark)
      throws IOException {
    Files.writeString(pending(), takedown, UTF_8);

    assertThat(finish(spark, lake).warnings()).isEmpty();

    assertThat(lake.asked).containsExactly(Sink.Replaced.ERASE);
    assertThat(pending()).doesNotExist();
  }

  private RunReport finish(SparkSession spark, Sink sink) throws IOException {
    RunReport report = new RunReport("next", LocalDate.parse("2024-05-02"), Map.of(), Map.of());
    erasure(spark, sink).finish(report);
    return report;
  }

  private Erasure erasure(SparkSession spark, Sink sink) {
    return new Erasure(spark, warehouse, sink);
  }

  private Path pending() {
    return out.resolve("control/erasing");
  }

  private Path receipt(String runId) {
    return out.resolve("runs/" + runId + "/receipt.json");
  }
}
