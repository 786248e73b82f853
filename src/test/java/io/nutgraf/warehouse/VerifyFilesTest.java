package io.nutgraf.warehouse;

import static io.nutgraf.testing.TwoTables.NIGHT;
import static io.nutgraf.testing.TwoTables.delete;
import static io.nutgraf.testing.TwoTables.publish;
import static io.nutgraf.testing.TwoTables.stage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.testing.SparkExtension;
import io.nutgraf.testing.TwoTables.DiesAt;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Without a lock, beside runs. What is wrong with files: {@link PublisherTest}. */
@ExtendWith(SparkExtension.class)
class VerifyFilesTest {
  @TempDir private Path folder;

  @Test
  void whereNothingIsPublishedNothingIsWell(SparkSession spark) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.resolve("mistyped").toString());

    assertThatThrownBy(() -> new VerifyFiles(spark, warehouse).apply())
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContainingAll("mistyped/control/manifests", "--warehouse");
  }

  @Test
  void whatIsReplacedMeanwhileIsLookedAtAgain(SparkSession spark) throws IOException {
    Warehouse warehouse = published(spark, Layout.NIGHTS);
    AtomicInteger looks = new AtomicInteger();

    VerifyFiles.Finding found =
        new VerifyFiles(spark, warehouse)
            .apply(
                () -> {
                  if (looks.incrementAndGet() == 1) {
                    publish(spark, warehouse, "second", NIGHT, 5);
                  }
                });

    assertThat(found.faults()).isEmpty();
    assertThat(found.manifest()).isEqualTo(2);
    assertThat(looks).hasValue(2);
  }

  @Test
  void itDoesNotLookForEver(SparkSession spark) throws IOException {
    Warehouse warehouse = published(spark, Layout.NIGHTS);
    AtomicInteger looks = new AtomicInteger();

    VerifyFiles.Finding found =
        new VerifyFiles(spark, warehouse)
            .apply(() -> publish(spark, warehouse, "run" + looks.incrementAndGet(), NIGHT, 5));

    assertThat(found.faults()).isNotEmpty();
    assertThat(looks).hasValue(3);
  }

  @Test
  void aRunThatDiedWhileItPublishedIsNamed(SparkSession spark) throws IOException {
    Warehouse warehouse = published(spark, Layout.NIGHTS);
    // After the first of its moves.
    assertThatThrownBy(() -> publish(spark, warehouse, "second", NIGHT, 5, 14, new DiesAt(2)))
        .hasMessage("died");

    assertThat(new VerifyFiles(spark, warehouse).apply().faults())
        .extracting(VerifyFiles.Fault::path)
        .contains("control/journal/second.json")
        .anyMatch(path -> path.startsWith("tables/cluster_members/date=2024-05-01/"));
  }

  @Test
  void whatARunIsMakingIsNoFault(SparkSession spark) throws IOException {
    Warehouse warehouse = published(spark, Layout.RUN_FOLDERS);
    stage(spark, warehouse, "second", NIGHT, 5);
    assertThat(folder.resolve("tables/originality/date=2024-05-01/run=second")).isDirectory();
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();

    delete(folder.resolve("work"));

    assertThat(new VerifyFiles(spark, warehouse).apply().faults())
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.path()).contains("/run=second/"))
        .allSatisfy(fault -> assertThat(fault.what()).isEqualTo("is in no manifest"));
  }

  private Warehouse published(SparkSession spark, Layout layout) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString(), layout);
    publish(spark, warehouse, "first", NIGHT, 3);
    return warehouse;
  }
}
