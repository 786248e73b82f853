package io.nutgraf.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;

/** Arguments of {@code nutgraf run} as a file in jobs/ gives them, read as the program would. */
final class RunArguments {
  private final CommandLine.ParseResult run;

  /**
   * @param arguments with the paths of an installation and the placeholders of a scheduler
   * @throws CommandLine.ParameterException for an option that the program has not
   */
  RunArguments(List<String> arguments) {
    CommandLine program =
        Nutgraf.commandLine(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()));
    String[] here = arguments.stream().map(RunArguments::here).toArray(String[]::new);
    CommandLine.ParseResult parsed = program.parseArgs(ConfigFile.expand(program, here));
    assertThat(parsed.hasSubcommand()).as("%s has a command", arguments).isTrue();
    run = parsed.subcommand();
    assertThat(run.commandSpec().name()).isEqualTo("run");
  }

  LocalDate date() {
    return (LocalDate) value("--date");
  }

  Object value(String option) {
    return run.commandSpec().findOption(option).getValue();
  }

  private static String here(String argument) {
    return argument
        .replaceFirst("^/(etc/nutgraf|opt/nutgraf/jobs)/nightly.conf$", "jobs/nightly.conf")
        .replace("{{ ds }}", "2024-05-01")
        .replace("{{job.parameters.night}}", "2024-05-01")
        .replace("${NIGHT}", "2024-05-01");
  }
}
