package io.nutgraf;

import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.JavaProcess;
import io.nutgraf.testing.SparkSubmit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The shaded jar under spark-submit, in a process of its own, as a user runs it. */
class SubmitIT {
  @TempDir private Path folder;

  @Test
  void runsTheSampleUnderSparkSubmit() throws Exception {
    Path output = folder.resolve("output.txt");

    int exitCode =
        submit(
            output,
            "run",
            "--config",
            "jobs/sample/run.conf",
            "--warehouse",
            folder.resolve("out").toString());

    assertThat(output).content().contains("read 74 = accepted 70 + superseded 1 + quarantined 2");
    assertThat(exitCode).as(Files.readString(output)).isZero();
    assertThat(folder.resolve("out/tables/clusters/date=2014-11-23")).isDirectory();
  }

  @Test
  void missingInputExitsWithFive() throws Exception {
    Path output = folder.resolve("output.txt");

    int exitCode =
        submit(
            output,
            "run",
            "--input",
            folder.resolve("absent").toString(),
            "--warehouse",
            folder.resolve("out").toString(),
            "--date",
            "2024-05-01");

    assertThat(output).content().contains("absent");
    assertThat(exitCode).isEqualTo(5);
  }

  private static int submit(Path output, String... arguments)
      throws IOException, InterruptedException {
    try (JavaProcess run = SparkSubmit.start("local[2]", output, arguments)) {
      return run.exitCode();
    }
  }
}
