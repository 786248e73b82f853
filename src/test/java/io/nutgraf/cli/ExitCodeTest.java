package io.nutgraf.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who has to act: whoever typed the command, or whoever keeps the cluster. */
@ExtendWith(SparkExtension.class)
class ExitCodeTest {
  private static final String HELP = "See nutgraf run --help";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  /** The command takes the session that is there. */
  @BeforeAll
  static void start(SparkSession spark) {
    assertThat(spark.sparkContext().isStopped()).isFalse();
  }

  /** Hadoop tells it by an IllegalArgumentException. */
  @Test
  void aHostThatCannotBeFoundIsAFailureAndNamed() throws IOException {
    assertThat(run("--warehouse", "hdfs://no-such-host.invalid/warehouse")).isEqualTo(1);

    assertThat(err.toString()).contains("Failed: ", "no-such-host.invalid").doesNotContain(HELP);
  }

  @Test
  void anOptionThatIsFoundWrongOnceSparkRunsIsWrongUsage() throws IOException {
    String warehouse = folder.resolve("out").toString();

    assertThat(run("--warehouse", warehouse, "--max-drop", "2")).isEqualTo(2);
    assertThat(err.toString()).contains("must be in 0..1, but is 2.0", HELP);
  }

  @Test
  void aFileThatAnOptionNamesIsWrongUsageToo() throws IOException {
    Path merges = Files.writeString(folder.resolve("merges.csv"), "a,b,c\n", UTF_8);

    assertThat(
            run(
                "--warehouse",
                folder.resolve("out").toString(),
                "--merge-file",
                merges.toString(),
                "--tagger",
                "off"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("merges.csv", "the header from,to", HELP);
  }

  @Test
  void anEmptyPathOfTheWarehouseIsWrongUsage() throws IOException {
    assertThat(run("--warehouse", "")).isEqualTo(2);
    assertThat(err.toString()).contains("No path of a warehouse: ''", HELP);
  }

  private int run(String... more) throws IOException {
    Path news =
        Files.writeString(
            folder.resolve("news.jsonl"), "{\"id\": \"a\", \"text\": \"News.\"}\n", UTF_8);
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", "--input", news.toString(), "--date", "2024-05-01"));
    arguments.addAll(List.of(more));
    return Nutgraf.execute(
        new PrintWriter(new StringWriter(), /* autoFlush= */ true),
        new PrintWriter(err, /* autoFlush= */ true),
        arguments.toArray(String[]::new));
  }
}
