package io.nutgraf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands as on a machine where Nutgraf is installed, with a spark-submit that only writes
 * its arguments down. It ends with 3 when they have what {@code FAIL_AT} says in them.
 */
final class WrittenDown {
  static final Path JOBS = Path.of("jobs").toAbsolutePath();

  private final Path folder;

  /**
   * @param folder empty; stands for those that an installation keeps things in
   */
  WrittenDown(Path folder) throws IOException {
    this.folder = folder;
    Path submit = Files.createDirectories(folder.resolve("bin")).resolve("spark-submit");
    Files.writeString(
        submit,
        """
        #!/bin/sh
        printf '%s\\n' "$@" END >> "$SPARK_HOME/submitted"
        case "$*" in *"${FAIL_AT:-none}"*) exit 3 ;; esac
        """);
    assertThat(submit.toFile().setExecutable(true)).isTrue();
  }

  /** What a command said and how it ended. */
  record Ended(int exitCode, String output) {}

  Ended bash(String command) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", here(command))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("SPARK_HOME", folder.toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("NUTGRAF_"));
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output, UTF_8));
  }

  /** A command with the folders of an installation replaced by those here. */
  String here(String command) {
    return command
        .replace("/opt/nutgraf/jobs", JOBS.toString())
        .replace("/etc/nutgraf", JOBS.toString())
        .replace("/var/lib/nutgraf", folder.toString())
        .replace("/var/log/nutgraf", folder.toString())
        .replace("/night/", folder + "/");
  }

  /** The arguments of each spark-submit, in order. */
  List<List<String>> submitted() throws IOException {
    List<List<String>> calls = new ArrayList<>();
    List<String> call = new ArrayList<>();
    Path file = folder.resolve("submitted");
    for (String argument : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
      if (argument.equals("END")) {
        calls.add(call);
        call = new ArrayList<>();
      } else {
        call.add(argument);
      }
    }
    return calls;
  }

  /** Those that go to the program. */
  static RunArguments run(List<String> submitted) {
    return new RunArguments(submitted.subList(submitted.indexOf("run"), submitted.size()));
  }
}
