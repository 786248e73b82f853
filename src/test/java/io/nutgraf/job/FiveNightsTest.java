package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Quarantine;
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
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample corpus as five nights in two orders and at once, with an article of the first that the
 * last one corrects. Only the last of five makes snapshots, which are functions of the facts of
 * all.
 */
@ExtendWith(SparkExtension.class)
class FiveNightsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NEWEST = "2014-11-28";

  /** Where they are read from differs, so what is said of files does too. */
  private static final Set<String> OF_FILES = Set.of("runs", "quarantine");

  @TempDir private Path folder;

  @Test
  void theSameRowsInAnyOrderAndAtOnce(SparkSession spark) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("jobs/sample/articles.jsonl"));
    List<List<String>> nights = parts(lines);
    String old = onlyVersion(nights.get(0));
    String corrected = corrected(old);
    nights.get(4).add(corrected);
    lines.set(lines.indexOf(old), corrected);
    List<Path> parts = new ArrayList<>();
    for (List<String> night : nights) {
      parts.add(Files.write(folder.resolve("part" + (9 - parts.size()) + ".jsonl"), night));
    }

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
            .isEqualTo(rowsThatCount(spark, "mixed", table, id(old)));
      }
    }
    assertThat(rejected(spark, "at-once"))
        .isNotEmpty()
        .isEqualTo(rejected(spark, "mixed"))
        .isEqualTo(rejected(spark, "one-by-one"));
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
  private static List<List<String>> parts(List<String> lines) {
    List<List<String>> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parts.add(new ArrayList<>());
    }
    for (String line : lines) {
      parts.get(Math.floorMod(id(line).hashCode(), parts.size())).add(line);
    }
    return parts;
  }

  private static String onlyVersion(List<String> lines) {
    List<String> ids = lines.stream().map(FiveNightsTest::id).toList();
    return lines.stream()
        .filter(line -> line.startsWith("{") && line.endsWith("}"))
        .filter(line -> Collections.frequency(ids, id(line)) == 1)
        .findFirst()
        .orElseThrow();
  }

  private static String corrected(String line) throws IOException {
    ObjectNode article = (ObjectNode) JSON.readTree(line);
    return article
        .put("text", article.get("text").asText() + "\n\nCorrected: Norway was not asked by Peru.")
        .toString();
  }

  private static String id(String line) {
    try {
      return JSON.readTree(line).path("id").asText();
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
    return sorted(
        read(spark, warehouse, table)
            .select(
                Stream.concat(Stream.of(more), Arrays.stream(table.schema().fieldNames()))
                    .map(name -> col(name))
                    .toArray(Column[]::new)));
  }

  /** Without what the first night said of an article that the last one corrects. */
  private List<String> rowsThatCount(
      SparkSession spark, String warehouse, Table table, String correctedId) {
    Column isOld = col("date").equalTo("2014-11-24").and(col("article_id").equalTo(correctedId));
    Dataset<Row> rows = read(spark, warehouse, table);
    assertThat(rows.where(isOld).count()).as(table.name()).isPositive();
    return sorted(
        rows.where(not(isOld))
            .select(
                Arrays.stream(table.schema().fieldNames())
                    .map(name -> col(name))
                    .toArray(Column[]::new)));
  }

  private List<String> rejected(SparkSession spark, String warehouse) {
    return sorted(
        read(spark, warehouse, Quarantine.TABLE).select(Quarantine.REASON, Quarantine.RAW));
  }

  private Dataset<Row> read(SparkSession spark, String warehouse, Table table) {
    return Nights.read(spark, folder.resolve(warehouse), table);
  }

  private static List<String> sorted(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(Object::toString).sorted().toList();
  }
}
