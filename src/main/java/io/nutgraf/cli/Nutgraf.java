package io.nutgraf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nutgraf.job.FailureMessage;
import io.nutgraf.job.NightException;
import io.nutgraf.job.Outcome;
import io.nutgraf.job.Redaction;
import io.nutgraf.job.Versions;
import io.nutgraf.setting.WrongSettingException;
import java.io.PrintWriter;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;

/** The program. Its subcommands are listed by {@code nutgraf --help}. */
@Command(
    name = "nutgraf",
    mixinStandardHelpOptions = true,
    versionProvider = Nutgraf.VersionLines.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      ExplainCommand.class,
      ExportCommand.class,
      SnapshotsCommand.class,
      VerifyCommand.class,
      ForgetCommand.class,
      CompactCommand.class,
      RebuildStateCommand.class,
      SchemaCommand.class,
      HelpCommand.class
    },
    header = "Finds which paragraphs of a news corpus are copies of which,",
    description = "and who appears with whom once copies are counted only once. Writes Parquet.%n",
    footer = {
      "",
      "Examples:",
      "  nutgraf run --input news.jsonl.gz --warehouse out --date 2024-05-01",
      "  nutgraf run --config jobs/nightly.conf --date 2024-05-01",
      "  nutgraf explain --warehouse out --pair \"John Kerry\" OSCE",
      "  nutgraf export --warehouse out --format gexf --output network.gexf",
      "  nutgraf help run",
      "  nutgraf schema",
      "",
      "Exit codes: 0 published, 1 failed, 2 wrong usage, 3 a check failed and nothing was",
      "published, 4 another run holds the warehouse, 5 input missing."
    })
public final class Nutgraf {
  private static final Logger LOG = LoggerFactory.getLogger(Nutgraf.class);

  /** Own version, and what it runs on. */
  static final class VersionLines implements IVersionProvider {
    @Override
    public String[] getVersion() {
      Map<String, String> versions = Versions.all();
      return new String[] {
        "nutgraf " + versions.get("nutgraf"),
        "Spark %s, Scala %s, Java %s"
            .formatted(versions.get("spark"), versions.get("scala"), versions.get("java"))
      };
    }
  }

  private Nutgraf() {}

  /** Ends the process only with a code other than 0: YARN takes any early exit for a failure. */
  public static void main(String[] arguments) {
    int exitCode =
        execute(
            new PrintWriter(System.out, /* autoFlush= */ true, UTF_8),
            new PrintWriter(System.err, /* autoFlush= */ true, UTF_8),
            arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Runs one command line; gives the exit code. */
  static int execute(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine commandLine = commandLine(out, err);
    try {
      return commandLine.execute(ConfigFile.expand(commandLine, arguments));
    } catch (CommandLine.ParameterException e) {
      return tellWrongUsage(e, arguments);
    }
  }

  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    return new CommandLine(new Nutgraf())
        .setOut(out)
        .setErr(err)
        .setUsageHelpAutoWidth(true)
        .setParameterExceptionHandler(Nutgraf::tellWrongUsage)
        .setExecutionExceptionHandler(Nutgraf::report);
  }

  /** Not with all of the help, which would push what is wrong off the terminal. */
  private static int tellWrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    String shown = Redaction.text(wrong.getMessage());
    err.println(shown);
    if (shown.equals(wrong.getMessage())) {
      // What it says was meant quotes what was given.
      CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    }
    err.println("See " + command.getCommandSpec().qualifiedName() + " --help");
    return Outcome.WRONG_USAGE.exitCode();
  }

  private static int report(
      Exception exception, CommandLine commandLine, CommandLine.ParseResult parsed) {
    PrintWriter err = commandLine.getErr();
    if (exception instanceof NightException known) {
      err.println(Redaction.text(known.getMessage()));
      LOG.debug("Ended with {}", known.outcome(), Redaction.throwable(known));
      return known.outcome().exitCode();
    }
    if (exception instanceof WrongSettingException wrong) {
      LOG.debug("Wrong setting", Redaction.throwable(wrong));
      return tellWrongUsage(
          new CommandLine.ParameterException(commandLine, wrong.getMessage(), wrong),
          new String[0]);
    }
    LOG.error("The run failed", Redaction.throwable(exception));
    // Last, so that nobody has to look for it above a stack.
    err.println("Failed: " + FailureMessage.of(exception));
    return Outcome.FAILED.exitCode();
  }
}
