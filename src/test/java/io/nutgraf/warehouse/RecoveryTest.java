package io.nutgraf.warehouse;

import static io.nutgraf.testing.TwoTables.NIGHT;
import static io.nutgraf.testing.TwoTables.delete;
import static io.nutgraf.testing.TwoTables.filesBelow;
import static io.nutgraf.testing.TwoTables.publish;
import static io.nutgraf.testing.TwoTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.testing.SparkExtension;
import io.nutgraf.testing.TwoTables.DiesAt;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the next run finds, and what it must not begin with. */
@ExtendWith(SparkExtension.class)
class RecoveryTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aFirstPublicationMayDieAtAnyStep(Layout layout, SparkSession spark) throws IOException {
    List<PublishStep> steps = new ArrayList<>();
    publish(spark, open(spark, "whole", layout), "first", NIGHT, 3, 14, steps::add);

    for (int step = 0; step < steps.size(); step++) {
      String name = "step" + step;
      Warehouse first = open(spark, name, layout);
      DiesAt dies = new DiesAt(step);
      assertThatThrownBy(() -> publish(spark, first, "first", NIGHT, 3, 14, dies))
          .hasMessage("died");

      Warehouse next = open(spark, name, layout);
      new Recovery(next).finishPublications();

      if (steps.subList(0, step + 1).contains(PublishStep.PREPARED)) {
        assertThat(rows(spark, next)).as("died at %d", step).containsEntry("originality", 3L);
        assertThat(folder.resolve(name + "/control/CURRENT"))
            .content()
            .isEqualTo("manifests/00000001.json\n");
      } else {
        assertThat(next.manifest()).isEqualTo(Manifest.EMPTY);
        assertThatThrownBy(() -> new VerifyFiles(spark, next).apply())
            .isInstanceOf(FileNotFoundException.class);
      }
      publish(spark, next, "second", NIGHT, 5);
      assertThat(rows(spark, next)).containsEntry("originality", 5L);
      assertThat(new VerifyFiles(spark, next).apply().faults()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void withoutTheManifestThatReadersAreToldOfNothingIsChanged(Layout layout, SparkSession spark)
      throws IOException {
    Warehouse warehouse = open(spark, "out", layout);
    publish(spark, warehouse, "first", NIGHT, 3);
    publish(spark, warehouse, "second", NIGHT.plusDays(1), 5);
    Path manifests = folder.resolve("out/control/manifests");
    Path lost = manifests.resolve("00000002.json");
    byte[] backup = Files.readAllBytes(lost);
    List<String> tables = filesBelow(folder.resolve("out/tables"));

    Files.delete(lost);
    assertRefused(spark, warehouse, "third", "the newest there is number 1");
    delete(manifests);
    assertRefused(spark, warehouse, "fourth", "no manifest is there");

    assertThat(filesBelow(folder.resolve("out/tables"))).containsAll(tables);
    assertThat(folder.resolve("out/control/CURRENT"))
        .content()
        .isEqualTo("manifests/00000002.json\n");
    Files.createDirectories(manifests);
    Files.write(lost, backup);
    assertThat(new Recovery(warehouse).finishPublications()).isEmpty();
    assertThat(rows(spark, warehouse)).containsEntry("originality", 5L);
  }

  private static void assertRefused(
      SparkSession spark, Warehouse warehouse, String runId, String found) throws IOException {
    assertThatThrownBy(() -> new Recovery(warehouse).finishPublications())
        .isInstanceOf(LostManifestException.class)
        .hasMessageContainingAll(
            "control/CURRENT names", "control/manifests/00000002.json", found, "backup");
    assertThatThrownBy(() -> publish(spark, warehouse, runId, NIGHT, 7))
        .isInstanceOf(LostManifestException.class);
    delete(Path.of(warehouse.workFolder(runId).toUri()));
    assertThat(new VerifyFiles(spark, warehouse).apply().faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.path()).isEqualTo("control/manifests/00000002.json"));
  }

  /** It has the whole manifest in it. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void aJournalBringsBackWhatWasLost(Layout layout, SparkSession spark) throws IOException {
    Warehouse warehouse = open(spark, "out", layout);
    publish(spark, warehouse, "first", NIGHT, 3);
    assertThatThrownBy(
            () -> publish(spark, warehouse, "second", NIGHT.plusDays(1), 5, 14, new DiesAt(1)))
        .hasMessage("died");
    delete(folder.resolve("out/control/manifests"));

    assertThat(new Recovery(warehouse).finishPublications()).containsExactly("second");

    assertThat(rows(spark, warehouse)).containsEntry("originality", 5L);
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
  }

  private Warehouse open(SparkSession spark, String name, Layout layout) throws IOException {
    return new Warehouse(spark, folder.resolve(name).toString(), layout);
  }
}
