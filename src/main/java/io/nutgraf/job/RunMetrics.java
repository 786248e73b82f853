package io.nutgraf.job;

import io.nutgraf.quality.Intake;
import java.util.Map;

/** A run as gauges in the text format of Prometheus, version 0.0.4. */
final class RunMetrics {
  private final StringBuilder text = new StringBuilder();

  private RunMetrics() {}

  static String format(RunReport report) {
    RunMetrics metrics = new RunMetrics();
    metrics.addRun(report);
    metrics.addTables(report);
    metrics.addRecords(report.intake());
    metrics.addGates(report.gates());
    return metrics.text.toString();
  }

  private void addRun(RunReport report) {
    Map<String, String> versions = report.versions();
    family("nutgraf_run_info", "The last run.");
    sample(
        "nutgraf_run_info",
        1,
        "run",
        report.runId(),
        "date",
        report.date().toString(),
        "status",
        report.status(),
        "version",
        versions.get("nutgraf"),
        "spark",
        versions.get("spark"));
    family("nutgraf_run_success", "1 when the last run published, else 0.");
    sample("nutgraf_run_success", isPublished(report) ? 1 : 0);
    family("nutgraf_run_duration_seconds", "Wall time of the last run.");
    sample("nutgraf_run_duration_seconds", report.seconds());
    family("nutgraf_run_timestamp_seconds", "When the last run ended, Unix time.");
    sample("nutgraf_run_timestamp_seconds", report.endedAt().getEpochSecond());
  }

  private void addTables(RunReport report) {
    family("nutgraf_table_rows", "Rows of each table that the last run made.");
    report
        .tables()
        .forEach(made -> sample("nutgraf_table_rows", made.rows(), "table", made.table()));
    family("nutgraf_table_seconds", "Wall time of making each table.");
    report
        .tables()
        .forEach(made -> sample("nutgraf_table_seconds", made.seconds(), "table", made.table()));
  }

  /** None when the run ended before it had read its input. */
  private void addRecords(Intake intake) {
    family("nutgraf_records", "Records of the night by what became of them.");
    if (intake != null) {
      String name = "nutgraf_records";
      sample(name, intake.read(), "outcome", "read");
      sample(name, intake.accepted(), "outcome", "accepted");
      sample(name, intake.superseded(), "outcome", "superseded");
      sample(name, intake.quarantined(), "outcome", "quarantined");
      sample(name, intake.blank(), "outcome", "blank");
      sample(name, intake.forgotten(), "outcome", "forgotten");
    }
  }

  private void addGates(Map<String, String> gates) {
    family("nutgraf_gate_passed", "1 for each check that the night passed, else 0.");
    gates.forEach(
        (gate, result) ->
            sample("nutgraf_gate_passed", result.startsWith("passed") ? 1 : 0, "gate", gate));
  }

  private static boolean isPublished(RunReport report) {
    return report.status().equals(Outcome.PUBLISHED.word());
  }

  private void family(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  /**
   * @param labels names and values by turns
   */
  private void sample(String name, Number value, String... labels) {
    text.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      text.append(i == 0 ? '{' : ',');
      text.append(labels[i]).append("=\"").append(escape(labels[i + 1])).append('"');
    }
    text.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
  }

  private static String escape(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
