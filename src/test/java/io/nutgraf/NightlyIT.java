package io.nutgraf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample night by jobs/nightly.sh, as a schedule runs it: what it logs and leaves. */
class NightlyIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CANARY = "CANARYf00d";

  @TempDir private Path folder;

  @BeforeEach
  void makeASparkHomeOfTheClassPath() throws IOException {
    String jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(jar -> jar.endsWith(".jar") && !jar.contains("picocli"))
            .collect(Collectors.joining(File.pathSeparator));
    Path submit = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        submit,
        """
        #!/bin/sh
        exec '%s/bin/java' @jobs/java.options -Xmx2g -cp '%s' \\
          org.apache.spark.deploy.SparkSubmit "$@"
        """
            .formatted(System.getProperty("java.home"), jars));
    assertThat(submit.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void logsJsonThatNamesTheRunAndHoldsNoArticle() throws Exception {
    Path metrics = folder.resolve("nutgraf.prom");

    int exitCode =
        nightly("--config", "jobs/sample/run.conf", "--metrics-file", metrics.toString());

    String err = Files.readString(folder.resolve("err"));
    assertThat(exitCode).as(err).isZero();
    String runId = runs().get(0).getFileName().toString();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : err.lines().filter(line -> line.startsWith("{")).toList()) {
      lines.add(JSON.readTree(line));
    }
    List<JsonNode> ours =
        lines.stream()
            .filter(line -> line.at("/logger").asText().matches("WarehouseRun|Steps"))
            .toList();
    assertThat(ours).hasSizeGreaterThan(20);
    assertThat(ours)
        .allMatch(line -> line.at("/context/run").asText().equals(runId))
        .allMatch(line -> line.at("/context/date").asText().equals("2014-11-23"));
    assertThat(ours.get(ours.size() - 1).at("/msg").asText()).contains("status=published");
    assertThat(err).contains("Plans over 70 articles are interpreted");
    assertThat(metrics)
        .content()
        .contains("nutgraf_run_success 1", "nutgraf_records{outcome=\"read\"} 74");
    String said = err + Files.readString(folder.resolve("out"));
    assertThat(said).contains("Most copied paragraphs");
    for (String line : Files.readAllLines(Path.of("jobs/sample/articles.jsonl"))) {
      if (line.endsWith("}")) {
        JSON.readTree(line)
            .at("/text")
            .asText()
            .lines()
            .filter(paragraph -> paragraph.length() > 40)
            .forEach(paragraph -> assertThat(said).doesNotContain(paragraph.substring(0, 40)));
      }
    }
  }

  @Test
  void onALaptopNoPortIsOpenToTheNetwork() throws Exception {
    Path spark = folder.resolve("spark");
    Files.createFile(
        Files.createDirectories(spark.resolve("jars")).resolve("spark-core_2.13-4.1.0.jar"));
    Path submit = Files.createDirectories(spark.resolve("bin")).resolve("spark-submit");
    Files.writeString(submit, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    ProcessBuilder builder =
        new ProcessBuilder("jobs/local", "help").redirectOutput(folder.resolve("out").toFile());
    builder.environment().put("SPARK_HOME", spark.toString());

    assertThat(builder.start().waitFor()).isZero();

    assertThat(Files.readAllLines(folder.resolve("out")))
        .contains("spark.ui.enabled=false", "spark.driver.bindAddress=127.0.0.1")
        .endsWith("help");
  }

  @Test
  void aFailureIsLoggedWithoutTheKeyThatWasInTheUri() throws Exception {
    int exitCode =
        nightly("--config", "jobs/sample/run.conf", "--input", "s3a://k:" + CANARY + "@b/news");

    assertThat(exitCode).isEqualTo(1);
    String err = Files.readString(folder.resolve("err"));
    assertThat(err).contains("\"level\":\"ERROR\"", "The run failed").doesNotContain(CANARY);
    assertThat(Files.readString(folder.resolve("out"))).doesNotContain(CANARY);
    for (Path file : List.of(Path.of("run.json"), Path.of("report.html"))) {
      assertThat(runs().get(0).resolve(file))
          .content()
          .contains("s3a://*********(redacted)@b/news")
          .doesNotContain(CANARY);
    }
  }

  private int nightly(String... options) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(List.of("jobs/nightly.sh", "--master", "local[2]", "--date", "2014-11-23"));
    for (String setting :
        List.of(
            "spark.ui.enabled=false",
            "spark.driver.host=127.0.0.1",
            "spark.driver.bindAddress=127.0.0.1",
            "spark.sql.shuffle.partitions=2")) {
      command.addAll(List.of("--conf", setting));
    }
    command.addAll(List.of("--warehouse", folder.resolve("warehouse").toString()));
    command.addAll(Arrays.asList(options));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().put("SPARK_HOME", folder.toString());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends within five minutes").isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private List<Path> runs() {
    try (Stream<Path> runs = Files.list(folder.resolve("warehouse/runs"))) {
      return runs.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
