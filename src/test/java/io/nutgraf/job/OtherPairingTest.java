package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Associations;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Runs;
import io.nutgraf.table.Table;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.VerifyFiles;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Pairs are counted by the settings of the run, on nights that were made with others as well. */
@ExtendWith(SparkExtension.class)
class OtherPairingTest {
  /** Without demonyms, and no unit that names more than two. */
  private static final CountingConfig.Pairing NARROW =
      new CountingConfig.Pairing(Set.of("full", "alias"), 2);

  private static final CountingConfig.Pairing WIDE =
      new CountingConfig.Pairing(Set.of("full", "alias", "demonym"), 9);

  @TempDir private Path folder;

  @Test
  void evidenceOfEarlierNightsIsMadeAgainWhenMethodsAreOthers(SparkSession spark)
      throws IOException {
    Path first =
        corpus("a", "France met Peru. French envoys saw Ghana.", "Peru, France and Ghana talked.");
    Path second = corpus("b", "French envoys saw Ghana again. Peru met Ghana.");

    facts(spark, counting("changed", NARROW), first);
    RunReport changed = Nights.run(spark, counting("changed", WIDE), "2024-05-02", second);
    facts(spark, counting("same", WIDE), first);
    RunReport same = Nights.run(spark, counting("same", WIDE), "2024-05-02", second);

    for (Table table : List.of(Evidence.TABLE, Cooccurrence.TABLE, Associations.TABLE)) {
      assertThat(rows(spark, "changed", table))
          .as(table.name())
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(rows(spark, "same", table));
    }
    assertThat(changed.warnings())
        .anyMatch(warning -> warning.startsWith("1 nights, 2024-05-01 to 2024-05-01, were paired"));
    assertThat(changed.counts().get("evidence_made_again")).isPositive();
    assertThat(same.counts()).doesNotContainKey("evidence_made_again");
    assertThat(same.warnings()).noneMatch(warning -> warning.contains("were paired"));
    assertThat(new VerifyFiles(spark, warehouse(spark, "changed")).apply().faults()).isEmpty();
  }

  @Test
  void snapshotsMakeThemAgainToo(SparkSession spark) throws IOException {
    Path night = corpus("a", "France met Peru. French envoys saw Ghana.");
    facts(spark, counting("changed", WIDE), night);
    facts(spark, counting("same", NARROW), night);

    RunReport snapshots =
        new Upkeep(counting("changed", NARROW)).remakeSnapshots(spark, Nights.SILENT);

    assertThat(rows(spark, "changed", Evidence.TABLE))
        .containsExactlyInAnyOrderElementsOf(rows(spark, "same", Evidence.TABLE));
    assertThat(snapshots.counts()).containsKey("evidence_made_again");
    assertThat(
            Nights.read(spark, folder.resolve("changed"), Runs.TABLE)
                .select(col(Runs.VERSIONS).getItem("pairing"))
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("alias,full; 2");
  }

  private static void facts(SparkSession spark, CountingConfig counting, Path input) {
    Nights.runFacts(spark, counting, "2024-05-01", input, step -> {});
  }

  private CountingConfig counting(String warehouse, CountingConfig.Pairing pairing) {
    CountingConfig usual = Nights.counting(folder.resolve(warehouse).toString(), "off", null);
    return new CountingConfig(
        usual.warehouse(),
        usual.naming(),
        usual.near(),
        usual.reuse(),
        pairing,
        usual.network(),
        usual.publishing());
  }

  /** The newest night of a snapshot, all nights of a fact. */
  private List<String> rows(SparkSession spark, String warehouse, Table table) {
    Object newest =
        Nights.read(spark, folder.resolve(warehouse), table).agg(max("date")).first().get(0);
    return Nights.read(spark, folder.resolve(warehouse), table)
        .where(table.kind() == Table.Kind.FACT ? lit(true) : col("date").equalTo(newest))
        .toJSON()
        .collectAsList();
  }

  private Warehouse warehouse(SparkSession spark, String name) throws IOException {
    return new Warehouse(spark, folder.resolve(name).toString());
  }

  private Path corpus(String name, String... texts) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      lines.append(
          """
          {"id": "%s%d", "source": "s%d", "published_at": "2024-05-01", "text": "%s"}
          """
              .formatted(name, i, i, texts[i]));
    }
    return Files.writeString(folder.resolve(name + ".jsonl"), lines, UTF_8);
  }
}
