package io.nutgraf.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.text.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;
import picocli.CommandLine;

/** Files for schedulers give the options that the program has, and the night. */
class JobFilesTest {
  private static final Path JOBS = Path.of("jobs");
  private static final LocalDate NIGHT = LocalDate.of(2024, 5, 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aNightOnTheKubernetesOperator() throws IOException {
    JsonNode application = yaml("kubernetes/spark-application.yaml");

    assertThat(application.at("/apiVersion").asText()).isEqualTo("sparkoperator.k8s.io/v1beta2");
    assertThat(application.at("/kind").asText()).isEqualTo("SparkApplication");
    assertThat(application.at("/spec/mainClass").asText()).isEqualTo(Nutgraf.class.getName());
    assertThat(new RunArguments(strings(application.at("/spec/arguments"))).date())
        .isEqualTo(NIGHT);
  }

  @Test
  void aMisspeltOptionWouldBeFound() throws IOException {
    List<String> arguments =
        new ArrayList<>(strings(yaml("kubernetes/spark-application.yaml").at("/spec/arguments")));
    arguments.set(arguments.indexOf("--config"), "--confg");

    assertThatThrownBy(() -> new RunArguments(arguments))
        .isInstanceOf(CommandLine.ParameterException.class);
  }

  @Test
  void aJobRunOnEmrServerless() throws IOException {
    JsonNode submit = json("emr/start-job-run.json").at("/jobDriver/sparkSubmit");

    assertThat(submit.at("/sparkSubmitParameters").asText())
        .contains("--class " + Nutgraf.class.getName() + " ");
    RunArguments run = new RunArguments(strings(submit.at("/entryPointArguments")));
    assertThat(run.date()).isEqualTo(NIGHT);
    assertThat(run.value("--layout")).isEqualTo("run-folders");
  }

  @Test
  void aJobOnDatabricks() throws IOException {
    JsonNode job = json("databricks/job.json");

    assertThat(job.at("/max_concurrent_runs").asInt()).isEqualTo(1);
    assertThat(job.at("/parameters/0/name").asText()).isEqualTo("night");
    JsonNode task = job.at("/tasks/0/spark_jar_task");
    assertThat(task.at("/main_class_name").asText()).isEqualTo(Nutgraf.class.getName());
    assertThat(new RunArguments(strings(task.at("/parameters"))).date()).isEqualTo(NIGHT);
  }

  @Test
  void aDagOfAirflow() throws IOException, InterruptedException {
    assumeThat(System.getenv("PATH").split(File.pathSeparator))
        .as("there is no python3")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "python3")));
    Process python =
        new ProcessBuilder(
                "python3",
                "src/test/python/dag_arguments.py",
                JOBS.resolve("airflow/nutgraf_nightly.py").toString())
            .redirectErrorStream(true)
            .start();
    String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(python.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(python.exitValue()).as(printed).isZero();

    JsonNode operators = JSON.readTree(printed);
    assertThat(operators).hasSize(1);
    assertThat(new RunArguments(strings(operators.get(0))).date()).isEqualTo(NIGHT);
    assertThat(JOBS.resolve("airflow/nutgraf_nightly.py"))
        .content()
        .contains("max_active_runs=1", "java_class=\"" + Nutgraf.class.getName() + "\"");
  }

  @Test
  void onlyOneScheduledNightRunsAtATime() throws IOException {
    JsonNode scheduled = yaml("kubernetes/scheduled-spark-application.yaml");

    assertThat(scheduled.at("/kind").asText()).isEqualTo("ScheduledSparkApplication");
    assertThat(scheduled.at("/spec/concurrencyPolicy").asText()).isEqualTo("Forbid");
    assertThat(scheduled.at("/spec/template/restartPolicy/type").asText()).isEqualTo("Never");
    assertThat(JOBS.resolve("systemd/nutgraf.timer")).content().contains("Persistent=true");
  }

  @ParameterizedTest
  @MethodSource("files")
  void holdsNoSecretAndNothingOfTheMachineItWasWrittenOn(Path file) throws IOException {
    String content = Files.readString(file);

    assertThat(Secrets.hide(content)).isEqualTo(content);
    assertThat(content).doesNotContain(System.getProperty("user.dir"), "spark.authenticate.secret");
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(JOBS)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.startsWith("jobs/sample"))
          .toList()
          .stream();
    }
  }

  private static JsonNode yaml(String file) throws IOException {
    return JSON.valueToTree(new Yaml().load(Files.readString(JOBS.resolve(file))));
  }

  private static JsonNode json(String file) throws IOException {
    return JSON.readTree(JOBS.resolve(file).toFile());
  }

  private static List<String> strings(JsonNode array) {
    List<String> strings = new ArrayList<>();
    array.forEach(
        item -> {
          // A date without quotes would be no string to the operator either.
          assertThat(item.isTextual()).as("%s is a string", item).isTrue();
          strings.add(item.asText());
        });
    return strings;
  }
}
