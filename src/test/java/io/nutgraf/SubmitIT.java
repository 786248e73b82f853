package io.nutgraf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
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
    String sparkJars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> jar.endsWith(".jar") && !jar.contains("picocli"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@jobs/java.options",
                "-Xmx2g",
                "-Dlog4j2.configurationFile=jobs/log4j2.properties",
                "-cp",
                sparkJars,
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                "local[2]",
                "--conf",
                "spark.ui.enabled=false",
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.sql.shuffle.partitions=2",
                "--class",
                "io.nutgraf.cli.Nutgraf",
                "target/nutgraf.jar"));
    command.addAll(Arrays.asList(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends within five minutes").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
