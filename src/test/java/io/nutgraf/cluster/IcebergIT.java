package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.job.CountingConfig;
import io.nutgraf.job.Takedown;
import io.nutgraf.job.Upkeep;
import io.nutgraf.table.Articles;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.PublishStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nights and a takedown with the sink iceberg. */
@ExtendWith(SparkExtension.class)
class IcebergIT {
  private static final String TAKEN_DOWN = "2-0-Wire";

  @TempDir private Path folder;
  private Path warehouse;
  private CountingConfig config;
  private Lake lake;

  @Test
  void nightsOneThatDiedARerunAndATakedownShowWhatIsPublished(SparkSession spark)
      throws IOException {
    warehouse = folder.resolve("out");
    lake = Lake.of(spark, "nights");
    config = config();
    Nights.run(spark, config, ThreeNights.date(1), ThreeNights.input(1));
    assertThat(lake.rows()).hasSize(Tables.PUBLISHED.size()).isEqualTo(lake.published(warehouse));

    CrashAt crash = new CrashAt(PublishStep.DONE);
    assertThatThrownBy(() -> runFacts(spark, 2, crash)).hasMessage("crash");
    assertThat(lake.dates(Articles.TABLE)).containsExactly(ThreeNights.date(1));

    // The first night once more brings the one that died as well.
    runFacts(spark, 1, step -> {});
    assertThat(lake.rows()).isEqualTo(lake.published(warehouse));
    assertThat(lake.dates(Articles.TABLE))
        .containsExactly(ThreeNights.date(1), ThreeNights.date(2));
    assertThat(lake.rowsOfSnapshots(Articles.TABLE)).containsExactly(0L, 13L, 26L);

    lake.tagAndLeaveAFile(Texts.TABLE);
    assertThat(lake.filesThatHold(TAKEN_DOWN)).isNotEmpty();
    new Upkeep(config).forget(spark, Nights.SILENT, new Takedown(Set.of(TAKEN_DOWN), Set.of()));
    assertTakenDown();
  }

  /** No file has the article, and there is no file that is not a part of what readers see. */
  private void assertTakenDown() throws IOException {
    assertThat(lake.filesThatHold(TAKEN_DOWN)).isEmpty();
    Map<String, List<String>> rows = lake.rows();
    assertThat(rows).isEqualTo(lake.published(warehouse));
    assertThat(rows.toString()).contains("2-1-Wire").doesNotContain(TAKEN_DOWN);
    assertThat(lake.dates(Clusters.TABLE)).containsExactly(ThreeNights.date(2));
    for (Table table : Tables.PUBLISHED) {
      assertThat(lake.dataFiles(table)).as(table.name()).isEqualTo(lake.shownFiles(table));
      assertThat(lake.metadata(table, "snapshots").count()).as(table.name()).isEqualTo(1);
      assertThat(lake.metadata(table, "files").where("cardinality(lower_bounds) > 0").isEmpty())
          .as("manifests of %s quote no rows", table.name())
          .isTrue();
    }
  }

  private void runFacts(SparkSession spark, int night, Consumer<PublishStep> watcher)
      throws IOException {
    Nights.runFacts(spark, config, ThreeNights.date(night), ThreeNights.input(night), watcher);
  }

  private CountingConfig config() {
    CountingConfig usual = Nights.counting(warehouse.toString(), "off", null);
    return new CountingConfig(
        usual.warehouse(),
        usual.naming(),
        usual.near(),
        usual.reuse(),
        usual.pairing(),
        usual.network(),
        new CountingConfig.Publishing(1, 48, "auto", false, "iceberg", lake.namespace()));
  }
}
