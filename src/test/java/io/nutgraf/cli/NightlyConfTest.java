package io.nutgraf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** {@code jobs/nightly.conf} shows every option, and its true default. */
class NightlyConfTest {
  private static final Path FILE = Path.of("jobs/nightly.conf");

  /** What is said for one run and not for all. */
  private static final Set<String> OF_ONE_RUN =
      Set.of("help", "version", "config", "date", "from", "to", "snapshots", "break-lock");

  private final CommandLine run =
      Nutgraf.commandLine(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()))
          .getSubcommands()
          .get("run");

  @TempDir private Path folder;

  @Test
  void showsEveryOptionOfARun() throws IOException {
    Set<String> options = new TreeSet<>();
    run.getCommandSpec()
        .options()
        .forEach(option -> options.add(option.longestName().substring(2)));
    options.removeAll(OF_ONE_RUN);

    assertThat(everyLine().root().keySet())
        .as("each option stands in %s, commented out with its default", FILE)
        .containsExactlyInAnyOrderElementsOf(options);
  }

  @Test
  void whatIsCommentedOutIsTheDefault() throws IOException {
    Config all = everyLine();
    for (OptionSpec option : run.getCommandSpec().options()) {
      String key = option.longestName().substring(2);
      if (option.defaultValue() != null && all.hasPath(key)) {
        assertThat(all.getString(key)).as(key).isEqualTo(option.defaultValue());
      }
    }
  }

  @Test
  void isReadAsItStandsAndWithEveryLine() throws IOException {
    Path everything =
        Files.writeString(folder.resolve("all.conf"), uncommented(Files.readString(FILE)));

    for (Path config : List.of(FILE, everything)) {
      RunArguments arguments =
          new RunArguments(List.of("run", "--config", config.toString(), "--date", "2024-05-01"));
      assertThat(arguments.value("--input"))
          .as("each night has its own input")
          .isEqualTo(List.of("hdfs:///news/{date}"));
    }
  }

  private static Config everyLine() throws IOException {
    return ConfigFactory.parseString(uncommented(Files.readString(FILE)));
  }

  private static String uncommented(String file) {
    return file.replaceAll("(?m)^# ([a-z-]+ [={])", "$1");
  }
}
