package io.nutgraf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.job.Versions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NutgrafTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  @Test
  void helpTeachesByExample() {
    assertThat(execute("run", "--help")).isZero();
    assertThat(out.toString())
        .contains("Examples:", "--column text=body", "--config jobs/nightly.conf")
        .contains("title_surname,surname");
  }

  @Test
  void versionTellsWhatItRunsOn() {
    assertThat(execute("--version")).isZero();
    assertThat(out.toString())
        .contains("nutgraf " + Versions.all().get("nutgraf"))
        .contains("Spark 4.", "Scala 2.13", "Java " + System.getProperty("java.version"));
  }

  @Test
  void theDataDictionaryInTheDocsIsTheOneInTheCode() throws IOException {
    assertThat(execute("schema")).isZero();
    assertThat(Path.of("docs/tables.md"))
        .as("stale: jobs/local schema > docs/tables.md")
        .hasContent(out.toString());
  }

  @Test
  void wrongUsageExitsWithTwoAndNamesTheOption() {
    assertThat(execute("run", "--input", "x", "--warehouse", "y")).isEqualTo(2);
    assertThat(err.toString())
        .contains("Give --date <yyyy-mm-dd>, or --from and --to", "See nutgraf run --help");
  }

  @Test
  void whatIsWrongIsNotPushedOutOfSightByTheHelp() {
    assertThat(execute("run", "--input", "x", "--warehouse", "y", "--dat", "2024-05-01"))
        .isEqualTo(2);
    assertThat(err.toString().lines())
        .hasSizeLessThan(5)
        .anyMatch(line -> line.contains("Unknown options: '--dat'"))
        .anyMatch(line -> line.contains("--date"))
        .last()
        .isEqualTo("See nutgraf run --help");
  }

  @Test
  void whatWasMeantIsNotToldOfASecret() {
    assertThat(execute("run", "--input", "x", "--warehouse", "y", "--uri=s3a://id:canary@news"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("Unknown option: '--uri=", "See nutgraf run --help")
        .doesNotContain("canary", "Possible solutions");
  }

  /** Or a takedown would end well, and an outlet stay because of a letter. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "forget --warehouse y --article a1 --sorce Wire",
        "run --warehouse y --date 2024-05-01 --input x --colum text=body",
        "run --warehouse y --date 2024-05-01 --input x --dictionary a.csv --strikt",
        "run --warehouse y --date 2024-05-01 --input x x2 x3 --strikt"
      })
  void aMistypedOptionIsNoValueOfTheOneBefore(String line) {
    assertThat(execute(line.split(" "))).isEqualTo(2);
    assertThat(err.toString()).containsAnyOf("'--sorce'", "'--colum'", "'--strikt'");
  }

  @Test
  void severalFilesMayFollowAnOption() {
    picocli.CommandLine program = Nutgraf.commandLine(new PrintWriter(out), new PrintWriter(err));
    String line = "run --input a b --warehouse y --input=c d --dictionary e f --date 2024-05-01";

    picocli.CommandLine.ParseResult run = program.parseArgs(line.split(" ")).subcommand();

    assertThat(run.commandSpec().findOption("--input").<List<String>>getValue())
        .containsExactly("a", "b", "c", "d");
    assertThat(run.commandSpec().findOption("--dictionary").<List<String>>getValue())
        .containsExactly("e", "f");
    assertThat(execute("run", "--warehouse", "y", "--input")).isEqualTo(2);
    assertThat(err.toString()).contains("Missing file after option --input");
    assertThat(execute("run", "--input", "--warehouse", "y", "--date", "2024-05-01")).isEqualTo(2);
    assertThat(err.toString().lines().filter(l -> l.startsWith("Missing file"))).hasSize(2);
  }

  @Test
  void aValueMayLookLikeAnOption() {
    picocli.CommandLine program = Nutgraf.commandLine(new PrintWriter(out), new PrintWriter(err));

    assertThat(
            program
                .parseArgs("forget", "--warehouse", "y", "--article=--harbour", "--article=-7")
                .subcommand()
                .matchedOptionValue("--article", List.of()))
        .isEqualTo(List.of("--harbour", "-7"));
  }

  @Test
  void severalNightsWantAnInputEach() {
    assertThat(
            execute(
                "run",
                "--input",
                "x",
                "--warehouse",
                "y",
                "--from",
                "2024-05-01",
                "--to",
                "2024-05-03"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("write {date} where the date stands in --input");
  }

  @Test
  void somethingMustBeNamedToBeForgotten() {
    assertThat(execute("forget", "--warehouse", "y")).isEqualTo(2);
    assertThat(err.toString()).contains("--article or --source");
  }

  @Test
  void theHelpOfForgetSaysWhatItMakesOfSnapshots() {
    assertThat(execute("forget", "--help")).isZero();
    assertThat(out.toString())
        .contains("older ones are", "withdrawn. So give the --config of your nights");
  }

  @Test
  void anUnknownKeyIsNamedWithItsLineAndTheNearestOption() throws IOException {
    Path config =
        Files.writeString(folder.resolve("night.conf"), "input = a\nwarehose = b\n", UTF_8);

    assertThat(execute("run", "--config", config.toString(), "--date", "2024-05-01")).isEqualTo(2);
    assertThat(err.toString())
        .contains("night.conf: 2: unknown key \"warehose\"; did you mean \"warehouse\"?")
        .contains("See nutgraf run --help");
  }

  @Test
  void aMissingConfigurationIsNamed() {
    assertThat(execute("run", "--config=absent.conf")).isEqualTo(2);
    assertThat(err.toString()).contains("No configuration file absent.conf");
  }

  @Test
  void theCommandLineWinsOverTheConfiguration() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("night.conf"),
            """
            input = ["a b.jsonl", "c.jsonl"]
            warehouse = from-file
            column { text = body, title = headline }
            strict = true
            max-actors-per-unit = 9
            """,
            UTF_8);
    picocli.CommandLine program = Nutgraf.commandLine(new PrintWriter(out), new PrintWriter(err));

    String[] arguments =
        ConfigFile.expand(
            program,
            new String[] {"run", "--config", config.toString(), "--warehouse=own", "--date", "d"});

    assertThat(arguments)
        .containsExactly(
            "run",
            "--column",
            "text=body",
            "--column",
            "title=headline",
            "--input",
            "a b.jsonl",
            "--input",
            "c.jsonl",
            "--max-actors-per-unit",
            "9",
            "--strict=true",
            "--config",
            config.toString(),
            "--warehouse=own",
            "--date",
            "d");
  }

  @Test
  void propertiesFilesWorkToo() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("night.properties"), "column.text=body\nformat=csv\n", UTF_8);
    picocli.CommandLine program = Nutgraf.commandLine(new PrintWriter(out), new PrintWriter(err));

    assertThat(ConfigFile.expand(program, new String[] {"run", "--config=" + config}))
        .containsExactly("run", "--column", "text=body", "--format", "csv", "--config=" + config);
  }

  private int execute(String... arguments) {
    return Nutgraf.execute(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }
}
