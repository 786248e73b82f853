package io.nutgraf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Timers that know no logical date run the night of the day before, and say so in an argument. */
@EnabledOnOs(OS.LINUX)
class JobTimersTest {
  @TempDir private Path folder;
  private WrittenDown machine;

  @BeforeEach
  void install() throws IOException {
    machine = new WrittenDown(folder);
  }

  @Test
  void systemdRunsTheNightOfTheDayBefore() throws Exception {
    String command =
        Files.readAllLines(WrittenDown.JOBS.resolve("systemd/nutgraf.service")).stream()
            .filter(line -> line.startsWith("ExecStart="))
            .map(line -> line.substring("ExecStart=".length()))
            .map(line -> line.replace("$$", "$").replace("%%", "%"))
            .findFirst()
            .orElseThrow();

    assertRunsYesterday(command);
  }

  @Test
  void cronRunsTheNightOfTheDayBefore() throws Exception {
    String command =
        Files.readAllLines(WrittenDown.JOBS.resolve("cron/nutgraf")).stream()
            .filter(line -> line.contains("nightly.sh"))
            .map(line -> line.replaceFirst("^0 3 [*] [*] [*] nutgraf ", "").replace("\\%", "%"))
            .findFirst()
            .orElseThrow();

    assertThat(command).startsWith("flock --nonblock");
    assertRunsYesterday(command);
  }

  @Test
  void theOperatorsScheduleRunsTheNightOfTheDayBefore() throws Exception {
    JsonNode scheduled =
        new ObjectMapper()
            .valueToTree(
                new Yaml()
                    .load(
                        Files.readString(
                            WrittenDown.JOBS.resolve(
                                "kubernetes/scheduled-spark-application.yaml"))));
    JsonNode template = scheduled.at("/spec/template");
    JsonNode init = template.at("/driver/initContainers/0/command");
    assertThat(init.get(0).asText()).isEqualTo("/bin/bash");
    LocalDate before = yesterday();

    WrittenDown.Ended ended = machine.bash(init.get(2).asText());

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    List<String> arguments = new ArrayList<>();
    template.at("/arguments").forEach(argument -> arguments.add(machine.here(argument.asText())));
    assertThat(new RunArguments(arguments).date()).isIn(before, yesterday());
  }

  private void assertRunsYesterday(String command) throws Exception {
    LocalDate before = yesterday();

    WrittenDown.Ended ended = machine.bash(command);

    assertThat(ended.exitCode()).as(ended.output()).isZero();
    assertThat(WrittenDown.run(machine.submitted().get(0)).date()).isIn(before, yesterday());
  }

  private static LocalDate yesterday() {
    return LocalDate.now(ZoneOffset.UTC).minusDays(1);
  }
}
