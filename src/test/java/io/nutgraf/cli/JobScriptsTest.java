package io.nutgraf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nightly.sh and backfill.sh give to spark-submit, and how they end. */
@EnabledOnOs(OS.LINUX)
class JobScriptsTest {
  @TempDir private Path folder;
  private WrittenDown machine;

  @BeforeEach
  void install() throws IOException {
    machine = new WrittenDown(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nightly.sh", "backfill.sh", "local", "bench"})
  void theScriptsAreBash(String script) throws Exception {
    assertThat(machine.bash("bash -n " + WrittenDown.JOBS.resolve(script)).exitCode()).isZero();
  }

  @Test
  void aNightGoesToSparkSubmitWithItsDate() throws Exception {
    WrittenDown.Ended ended =
        machine.bash(
            WrittenDown.JOBS
                + "/nightly.sh --master spark://host:7077 --date 2024-05-01 --conf spark.cores.max=8"
                + " --input 'news/{date}' --max-drop=0.5");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    List<String> submitted = machine.submitted().get(0);
    assertThat(submitted)
        .startsWith("--master", "spark://host:7077", "--deploy-mode", "client")
        .containsSequence("--conf", "spark.cores.max=8")
        .containsSequence("--class", Nutgraf.class.getName());
    RunArguments run = WrittenDown.run(submitted);
    assertThat(run.date()).isEqualTo("2024-05-01");
    assertThat(run.value("--input")).isEqualTo(List.of("news/{date}"));
    assertThat(run.value("--max-drop")).isEqualTo(0.5);
  }

  @Test
  void sizesGoToSparkSubmit() throws Exception {
    WrittenDown.Ended ended =
        machine.bash(
            WrittenDown.JOBS
                + "/nightly.sh --date 2024-05-01 --executor-memory 8g --executor-cores=4"
                + " --driver-memory 4g --num-executors=6 --queue news");

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    List<String> submitted = machine.submitted().get(0);
    assertThat(submitted.subList(0, submitted.indexOf("run")))
        .containsSequence("--executor-memory", "8g", "--executor-cores", "4")
        .containsSequence("--driver-memory", "4g", "--num-executors", "6", "--queue", "news");
    assertThat(WrittenDown.run(submitted).date()).isEqualTo("2024-05-01");
  }

  @Test
  void anotherSparkIsRefusedBeforeItFails() throws Exception {
    WrittenDown.Ended ended =
        machine.bash(WrittenDown.JOBS + "/local run --input news --warehouse out");

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).contains("no Spark 4 with Scala 2.13 in SPARK_HOME, " + folder);
    assertThat(machine.submitted()).isEmpty();
  }

  @Test
  void whatTheSinkNeedsGoesToSparkSubmitAndTheSinkToTheRun() throws Exception {
    machine.bash(
        WrittenDown.JOBS
            + "/nightly.sh --date 2024-05-01 --packages=org.apache.iceberg:runtime:1"
            + " --sink iceberg --iceberg-namespace lake.news");

    List<String> submitted = machine.submitted().get(0);
    assertThat(submitted).containsSequence("--packages", "org.apache.iceberg:runtime:1");
    assertThat(WrittenDown.run(submitted).value("--iceberg-namespace")).isEqualTo("lake.news");
  }

  @Test
  void yarnIsSentTheConfiguration() throws Exception {
    WrittenDown.Ended ended =
        machine.bash(
            WrittenDown.JOBS + "/nightly.sh --master yarn --deploy-mode cluster --date 2024-05-01");

    assertThat(ended.output()).contains("runs/*-night-2024-05-01-*/run.json");
    assertThat(machine.submitted().get(0))
        .containsSequence("--files", WrittenDown.JOBS + "/nightly.conf")
        .containsSequence("run", "--config", "nightly.conf", "--date", "2024-05-01");
  }

  @Test
  void theExitCodeIsThatOfTheRun() throws Exception {
    WrittenDown.Ended ended =
        machine.bash("FAIL_AT=2024-05-01 " + WrittenDown.JOBS + "/nightly.sh --date 2024-05-01");

    assertThat(ended.exitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--date", "--date yesterday", "--master yarn --input x"})
  void theNightIsNeverGuessed(String arguments) throws Exception {
    WrittenDown.Ended ended = machine.bash(WrittenDown.JOBS + "/nightly.sh " + arguments);

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.output()).contains("which night?");
    assertThat(machine.submitted()).isEmpty();
  }

  @Test
  void aBackfillRunsNightAfterNightAndMakesSnapshotsOnce() throws Exception {
    machine.bash(
        WrittenDown.JOBS + "/backfill.sh 2024-02-28 2024-03-01 --input 'news/{date}' --strict");

    assertThat(machine.submitted().stream().map(WrittenDown::run))
        .extracting(RunArguments::date, run -> run.value("--snapshots"))
        .containsExactly(
            tuple(LocalDate.of(2024, 2, 28), false),
            tuple(LocalDate.of(2024, 2, 29), false),
            tuple(LocalDate.of(2024, 3, 1), true));
  }

  @Test
  void aBackfillStopsAtTheFirstNightThatFailsAndNamesIt() throws Exception {
    WrittenDown.Ended ended =
        machine.bash(
            "FAIL_AT=2024-05-02 " + WrittenDown.JOBS + "/backfill.sh 2024-05-01 2024-05-31");

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.output()).contains("night 2024-05-02 ended with 3");
    assertThat(machine.submitted()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2024-05-01", "2024-05-02 2024-05-01", "2024-05-01 2024-02-30"})
  void aBackfillWantsTwoDaysInOrder(String days) throws Exception {
    assertThat(machine.bash(WrittenDown.JOBS + "/backfill.sh " + days).exitCode()).isEqualTo(2);
    assertThat(machine.submitted()).isEmpty();
  }
}
