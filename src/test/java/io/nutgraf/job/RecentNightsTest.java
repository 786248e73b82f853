package io.nutgraf.job;

import static io.nutgraf.testing.Frames.sorted;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Associations;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Table;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nights that count the last three days alone, of which the second looks at few of the articles:
 * beside a run that counts all days, and beside the same snapshots from all facts.
 */
@ExtendWith(SparkExtension.class)
class RecentNightsTest {
  private static final int DAYS = 3;
  private static final String FIRST_DAY = "2014-11-20";
  private static final String NIGHT_BEFORE = "2014-11-21";
  private static final String NIGHT = "2014-11-22";
  private static final Predicate<String> IS_OF_LAST_NIGHT =
      Pattern.compile("\"published_at\": \"2014-11-2[23]").asPredicate();

  @TempDir private Path folder;
  private Path early;
  private Path late;

  @BeforeEach
  void splitTheSample() throws IOException {
    List<String> lines = Files.readAllLines(Path.of("jobs/sample/articles.jsonl"));
    early =
        Files.write(
            folder.resolve("early.jsonl"),
            lines.stream().filter(IS_OF_LAST_NIGHT.negate()).toList());
    late =
        Files.write(folder.resolve("late.jsonl"), lines.stream().filter(IS_OF_LAST_NIGHT).toList());
  }

  @Test
  void countTheirDaysAsARunOfAllDaysAndAllFacts(SparkSession spark) {
    Path recent = folder.resolve("recent");
    Nights.run(spark, counting(recent, DAYS), NIGHT_BEFORE, early);
    RunReport renewing = Nights.run(spark, counting(recent, DAYS), NIGHT, late);
    Path ever = folder.resolve("ever");
    Nights.run(spark, counting(ever, 0), NIGHT, early, late);

    assertThat(renewing.counts()).containsKey("changed_copies");
    Dataset<Row> pairs = published(spark, ever, Cooccurrence.TABLE);
    Dataset<Row> pairsOfDays = pairs.where("day >= '%s'".formatted(FIRST_DAY));
    assertThat(sorted(published(spark, recent, Cooccurrence.TABLE).drop(Cooccurrence.N_EVIDENCE)))
        .isEqualTo(sorted(pairsOfDays.drop(Cooccurrence.N_EVIDENCE)))
        .isNotEmpty()
        .hasSizeLessThan((int) pairs.count());
    assertThat(sorted(unitsOfDays(spark, recent)))
        .isEqualTo(sorted(unitsOfDays(spark, ever)))
        .isNotEmpty();

    List<List<String>> renewed = snapshots(spark, recent);
    RunReport all = new Upkeep(counting(recent, DAYS)).remakeSnapshots(spark, Nights.SILENT);
    assertThat(all.counts()).doesNotContainKey("changed_copies");
    assertThat(renewed).isEqualTo(snapshots(spark, recent));
  }

  @Test
  void sayWhyNobodyIsNamedTogether(SparkSession spark) {
    RunReport report =
        Nights.run(spark, counting(folder.resolve("later"), DAYS), "2014-12-24", early);

    assertThat(report.counts()).containsEntry("cooccurrence", 0L);
    assertThat(report.warnings()).anyMatch(warning -> warning.contains("2014-12-22 or later"));
  }

  private static CountingConfig counting(Path warehouse, int days) {
    return Nights.counting(
        warehouse.toString(), new CountingConfig.Network("day", days, 1, 2, 12, 8));
  }

  /** How many units of each day name a pair, either of it, and any. */
  private static Dataset<Row> unitsOfDays(SparkSession spark, Path warehouse) {
    return published(spark, warehouse, Associations.TABLE)
        .where("period >= '%s'".formatted(FIRST_DAY))
        .select(
            Associations.UNIT,
            Associations.PERIOD,
            Associations.ACTOR_A,
            Associations.ACTOR_B,
            Associations.N_RAW,
            Associations.N_DISTINCT,
            Associations.N_A,
            Associations.N_B,
            Associations.N);
  }

  private static List<List<String>> snapshots(SparkSession spark, Path warehouse) {
    return List.of(Cooccurrence.TABLE, Associations.TABLE, Originality.TABLE).stream()
        .map(table -> sorted(published(spark, warehouse, table)))
        .toList();
  }

  private static Dataset<Row> published(SparkSession spark, Path warehouse, Table table) {
    return Nights.read(spark, warehouse, table).where("date = '%s'".formatted(NIGHT));
  }
}
