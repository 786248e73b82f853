package io.nutgraf.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.quality.Gate;
import io.nutgraf.quality.Intake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
  @TempDir private Path folder;

  @Test
  void tellsHowARunEnded() {
    RunReport report = report("run-\"1\"\\");
    report.intake(new Intake(10, 6, 1, 2, 1, 0));
    report.made("articles", 6, 1.5);
    report.gate(new Gate("min_articles", true, "6 articles"));
    report.gate(new Gate("max_drop", false, "too few"));
    report.ended(Outcome.GATE_FAILED, "too few");

    assertThat(RunMetrics.format(report).lines().filter(line -> !line.startsWith("#")))
        .containsExactly(
            "nutgraf_run_info{run=\"run-\\\"1\\\"\\\\\",date=\"2024-05-01\","
                + "status=\"gate_failed\",version=\"0.1.0\",spark=\"4.1.0\"} 1",
            "nutgraf_run_success 0",
            "nutgraf_run_duration_seconds " + report.seconds(),
            "nutgraf_run_timestamp_seconds " + report.endedAt().getEpochSecond(),
            "nutgraf_table_rows{table=\"articles\"} 6",
            "nutgraf_table_seconds{table=\"articles\"} 1.5",
            "nutgraf_records{outcome=\"read\"} 10",
            "nutgraf_records{outcome=\"accepted\"} 6",
            "nutgraf_records{outcome=\"superseded\"} 1",
            "nutgraf_records{outcome=\"quarantined\"} 2",
            "nutgraf_records{outcome=\"blank\"} 1",
            "nutgraf_records{outcome=\"forgotten\"} 0",
            "nutgraf_gate_passed{gate=\"min_articles\"} 1",
            "nutgraf_gate_passed{gate=\"max_drop\"} 0");
  }

  @Test
  void everyGaugeHasItsHelpAndType() {
    RunReport report = report("run-1");
    report.ended(Outcome.PUBLISHED, "");

    assertThat(RunMetrics.format(report))
        .contains(
            """
            # HELP nutgraf_run_success 1 when the last run published, else 0.
            # TYPE nutgraf_run_success gauge
            nutgraf_run_success 1
            """)
        .endsWith("\n");
  }

  @Test
  void takesThePlaceOfTheRunBeforeAndLeavesNothingElse() throws Exception {
    Path file = Files.writeString(folder.resolve("nutgraf.prom"), "old");
    RunReport report = report("run-1");

    new MetricsFile(file.toString()).write(report);

    assertThat(file).content().contains("nutgraf_run_success 0").doesNotContain("old");
    assertThat(folder).isDirectoryContaining("glob:**nutgraf.prom");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aFolderThatIsNotThereIsToldBeforeTheNight() {
    String file = folder.resolve("absent/nutgraf.prom").toString();

    assertThatThrownBy(() -> new MetricsFile(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no folder " + folder.resolve("absent"));
  }

  private RunReport report(String runId) {
    return new RunReport(
        runId, LocalDate.of(2024, 5, 1), Map.of(), Map.of("nutgraf", "0.1.0", "spark", "4.1.0"));
  }
}
