package io.nutgraf.warehouse;

import static io.nutgraf.testing.TwoTables.NIGHT;
import static io.nutgraf.testing.TwoTables.publish;
import static io.nutgraf.testing.TwoTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.testing.SparkExtension;
import io.nutgraf.testing.TwoTables.DiesAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A warehouse keeps the layout that it began with. */
@ExtendWith(SparkExtension.class)
class LayoutTest {
  private static final String MANIFEST = "control/manifests/00000001.json";

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Layout.class)
  void itIsTakenWithoutBeingAskedForAndNoOtherIs(Layout layout, SparkSession spark)
      throws IOException {
    publish(spark, open(spark, layout), "first", NIGHT, 3);
    String manifest = Files.readString(folder.resolve(MANIFEST));
    assertThat(manifest).contains("\"layout\" : \"" + layout.word() + "\"");
    assertThat(manifest.indexOf("\"layout\"")).isLessThan(manifest.indexOf("\"nights\" :"));

    assertThat(open(spark, null).layout()).isEqualTo(layout);
    assertThat(open(spark, layout).layout()).isEqualTo(layout);
    Layout other = layout == Layout.NIGHTS ? Layout.RUN_FOLDERS : Layout.NIGHTS;
    assertThatThrownBy(() -> open(spark, other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(
            folder.toString(),
            "has the layout " + layout.word(),
            "--layout is " + other.word(),
            "Leave --layout out");

    publish(spark, open(spark, null), "second", NIGHT, 5);
    assertThat(rows(spark, open(spark, null))).containsEntry("originality", 5L);
    assertThat(new VerifyFiles(spark, open(spark, null)).apply().faults()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void whereTheManifestDoesNotSayItItsFoldersDo(Layout layout, SparkSession spark)
      throws IOException {
    publish(spark, open(spark, layout), "first", NIGHT, 3);
    String manifest = Files.readString(folder.resolve(MANIFEST));
    String ofEarlierVersion = manifest.replaceAll("(?m)^.*\"layout\" :.*\\n", "");
    assertThat(ofEarlierVersion).hasSizeLessThan(manifest.length()).doesNotContain("\"layout\"");
    Files.writeString(folder.resolve(MANIFEST), ofEarlierVersion);

    assertThat(open(spark, null).layout()).isEqualTo(layout);
    new Recovery(open(spark, null)).finishPublications();
    publish(spark, open(spark, null), "second", NIGHT, 5);

    assertThat(open(spark, null).manifest().layout()).isEqualTo(layout.word());
    assertThat(rows(spark, open(spark, null))).containsEntry("originality", 5L);
    assertThat(new VerifyFiles(spark, open(spark, null)).apply().faults()).isEmpty();
  }

  @Test
  void aFirstPublicationThatWasBegunHasItToo(SparkSession spark) throws IOException {
    Warehouse first = open(spark, Layout.RUN_FOLDERS);
    assertThatThrownBy(() -> publish(spark, first, "first", NIGHT, 3, 14, new DiesAt(1)))
        .hasMessage("died");
    assertThat(folder.resolve("control/manifests")).doesNotExist();

    Warehouse next = open(spark, null);
    assertThat(next.layout()).isEqualTo(Layout.RUN_FOLDERS);
    assertThat(new Recovery(next).finishPublications()).containsExactly("first");
    assertThat(rows(spark, next)).containsEntry("originality", 3L);
  }

  @Test
  void aRunThatBeganInAnotherBeforeTheFirstPublicationPublishesNothing(SparkSession spark)
      throws IOException {
    Warehouse late = open(spark, Layout.RUN_FOLDERS);
    publish(spark, open(spark, Layout.NIGHTS), "first", NIGHT, 3);

    assertThatThrownBy(() -> new Recovery(late).finishPublications())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("run-folders", "with nights meanwhile", "run again");
    assertThatThrownBy(() -> publish(spark, late, "late", NIGHT, 5))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("with nights meanwhile");

    assertThat(late.manifest().number()).isEqualTo(1);
    assertThat(folder.resolve("control/journal/late.json")).doesNotExist();
  }

  /** As runs of earlier versions could leave them. */
  @Test
  void inAWarehouseOfBothNothingIsChanged(SparkSession spark) throws IOException {
    publish(spark, open(spark, Layout.NIGHTS), "first", NIGHT, 3);
    String night = "tables/originality/date=2024-05-01";
    String manifest = Files.readString(folder.resolve(MANIFEST));
    Files.writeString(folder.resolve(MANIFEST), manifest.replace(night, night + "/run=x"));
    Warehouse warehouse = open(spark, null);

    assertThatThrownBy(() -> new Recovery(warehouse).finishPublications())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(folder.toString(), "both layouts", "nothing is changed");
    assertThatThrownBy(() -> publish(spark, warehouse, "second", NIGHT, 5))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("both layouts");

    assertThat(folder.resolve(night)).isDirectory();
    assertThat(warehouse.manifest().number()).isEqualTo(1);
  }

  @Test
  void aNightInAFolderThatIsToBeDeletedIsAMixture() {
    Manifest.Night night =
        new Manifest.Night("runs", "2024-05-01", "b", "tables/runs/date=D/run=b", 0, List.of());

    assertThat(manifest(night, "tables/runs/date=D/run=a").mixes(Layout.RUN_FOLDERS)).isFalse();
    assertThat(manifest(night, "tables/runs/date=D").mixes(Layout.RUN_FOLDERS)).isTrue();
    assertThat(manifest(night, "trash/a/runs/date=D").mixes(Layout.NIGHTS)).isTrue();
  }

  private static Manifest manifest(Manifest.Night night, String retired) {
    return new Manifest(
        1, 2, "b", "", null, List.of(night), List.of(new Manifest.Retired(retired, "")));
  }

  private Warehouse open(SparkSession spark, Layout asked) throws IOException {
    return new Warehouse(spark, folder.toString(), asked);
  }
}
