package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample corpus as five nights in two orders and at once. Only the last of five makes
 * snapshots, which are functions of the facts of all.
 */
@ExtendWith(SparkExtension.class)
class FiveNightsTest {
  private static final String NEWEST = "2014-11-28";

  /** Where they are read from differs, so what is said of files does too. */
  private static final Set<String> OF_FILES = Set.of("runs", "quarantine");

  @TempDir private Path folder;

  @Test
  void theSameRowsInAnyOrderAndAtOnce(SparkSession spark) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("jobs/sample/articles.jsonl"));
    List<Path> parts = parts(lines);

    runNights(spark, "one-by-one", parts, 0, 1, 2, 3, 4);
    String partitions = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", "7");
    try {
      runNights(spark, "mixed", parts, 4, 2, 0, 3, 1);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
    }
    Collections.shuffle(lines, new Random(5));
    Path whole = Files.write(folder.resolve("whole.jsonl"), lines);
    RunReport atOnce = Nights.run(spark, folder.resolve("at-once"), NEWEST, whole);

    for (Table table : Tables.PUBLISHED) {
      if (!OF_FILES.contains(table.name())) {
        List<String> rows = rows(spark, "one-by-one", table, "date");
        assertThat(rows(spark, "mixed", table, "date")).as(table.name()).isEqualTo(rows);
        // The sample names no three actors together often enough.
        assertThat(rows.isEmpty()).as(table.name()).isEqualTo(table.name().equals("actor_sets"));
      }
    }
    for (Table table : Tables.SNAPSHOTS) {
      assertThat(rows(spark, "at-once", table, "date"))
          .as(table.name())
          .isEqualTo(rows(spark, "mixed", table, "date"));
    }
    for (Table table : Tables.FACTS) {
      // Each night keeps the text of what it printed.
      if (!OF_FILES.contains(table.name()) && !table.name().equals("texts")) {
        assertThat(rows(spark, "at-once", table))
            .as(table.name())
            .isEqualTo(rows(spark, "mixed", table));
      }
    }
    for (Table table : Tables.PUBLISHED) {
      assertThat(Nights.read(spark, folder.resolve("at-once"), table).count())
          .as(table.name())
          .isEqualTo(atOnce.counts().get(table.name()));
    }
    assertThat(
            Nights.read(spark, folder.resolve("at-once"), Cooccurrence.TABLE)
                .where("actor_a >= actor_b")
                .count())
        .isZero();
  }

  /** Versions of one article in one part, because a later night would correct it. */
  private List<Path> parts(List<String> lines) throws IOException {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parts.add(new ArrayList<>());
    }
    for (String line : lines) {
      parts.get(Math.floorMod(id(line).hashCode(), parts.size())).add(line);
    }
    List<Path> files = new ArrayList<>();
    for (List<String> part : parts) {
      files.add(Files.write(folder.resolve("part" + (9 - files.size()) + ".jsonl"), part));
    }
    return files;
  }

  private static String id(String line) {
    try {
      return new ObjectMapper().readTree(line).path("id").asText();
    } catch (IOException brokenOnPurpose) {
      return line;
    }
  }

  private void runNights(SparkSession spark, String warehouse, List<Path> parts, int... order) {
    Path root = folder.resolve(warehouse);
    for (int i = 0; i < order.length; i++) {
      String date = "2014-11-%d".formatted(24 + order[i]);
      if (i + 1 < order.length) {
        Nights.runFacts(spark, root, date, "on", parts.get(order[i]));
      } else {
        Nights.run(spark, root, date, parts.get(order[i]));
      }
    }
  }

  private List<String> rows(SparkSession spark, String warehouse, Table table, String... more) {
    return Nights.read(spark, folder.resolve(warehouse), table)
        .select(
            Stream.concat(Stream.of(more), Arrays.stream(table.schema().fieldNames()))
                .map(name -> col(name))
                .toArray(Column[]::new))
        .collectAsList()
        .stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }
}
