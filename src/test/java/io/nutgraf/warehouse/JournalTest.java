package io.nutgraf.warehouse;

import static io.nutgraf.testing.TwoTables.NIGHT;
import static io.nutgraf.testing.TwoTables.copy;
import static io.nutgraf.testing.TwoTables.delete;
import static io.nutgraf.testing.TwoTables.publish;
import static io.nutgraf.testing.TwoTables.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Originality;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.testing.TwoTables.DiesAt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Publications that somebody else finishes. */
@ExtendWith(SparkExtension.class)
class JournalTest {
  private static final int PREPARED = 1;
  private static final LocalDate NEXT = NIGHT.plusDays(1);

  @TempDir private Path folder;

  @Test
  void whoeverFinishesOneMayDieAtAnyStepToo(SparkSession spark) throws IOException {
    Path begun = folder.resolve("begun");
    Warehouse first = new Warehouse(spark, begun.toString(), Layout.NIGHTS);
    publish(spark, first, "old", NIGHT.minusDays(1), 1);
    publish(spark, first, "first", NIGHT, 3);
    // Replaces a date and drops another.
    assertThatThrownBy(() -> publish(spark, first, "second", NIGHT, 5, 1, new DiesAt(PREPARED)))
        .hasMessage("died");
    Path whole = folder.resolve("whole");
    copy(begun, whole);
    List<PublishStep> steps = new ArrayList<>();
    finish(new Warehouse(spark, whole.toString()), steps::add);
    assertThat(steps).hasSize(9).startsWith(PublishStep.MOVED).endsWith(PublishStep.DONE);

    for (int step = 0; step < steps.size(); step++) {
      Path copy = folder.resolve("step" + step);
      copy(begun, copy);
      Warehouse warehouse = new Warehouse(spark, copy.toString());
      DiesAt dies = new DiesAt(step);
      assertThatThrownBy(() -> finish(warehouse, dies)).hasMessage("died");

      new Recovery(warehouse).finishPublications();

      assertThat(rows(spark, warehouse))
          .as("died at %d", step)
          .containsEntry("cluster_members", 5L)
          .containsEntry("originality", 5L);
      assertThat(warehouse.manifest().nights(Originality.TABLE).keySet()).containsExactly(NIGHT);
      assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
      assertThat(copy.resolve("trash/second/originality/date=2024-05-01")).isDirectory();
      assertThat(copy.resolve("trash/second/originality/date=2024-04-30")).isDirectory();
      assertThat(new Journal(warehouse).journals()).isEmpty();
    }
  }

  @Test
  void aFolderInBothPlacesIsSaidAndNotPassedOver(SparkSession spark) throws IOException {
    Warehouse warehouse = begun(spark, NEXT);
    Path stranger = folder.resolve("tables/originality/date=2024-05-02");
    Files.createDirectories(stranger);

    assertCannotFinish(
        warehouse,
        "run second",
        "work/second/originality/date=2024-05-02 should be moved to",
        "tables/originality/date=2024-05-02, but both are there",
        "Nothing is overwritten",
        "control/journal/second.json",
        "take the second out of the warehouse");
    assertThat(warehouse.manifest().number()).isEqualTo(1);
    assertThat(folder.resolve("work/second/originality/date=2024-05-02")).isDirectory();

    // What it says helps.
    delete(stranger);
    assertThat(new Recovery(warehouse).finishPublications()).containsExactly("second");
    assertThat(rows(spark, warehouse)).containsEntry("originality", 5L);
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
  }

  @Test
  void aReplacedFolderInBothPlacesIsSaidToo(SparkSession spark) throws IOException {
    Warehouse warehouse = begun(spark, NIGHT);
    Path kept = folder.resolve("trash/second/originality/date=2024-05-01");
    Files.createDirectories(kept);

    assertCannotFinish(
        warehouse,
        "tables/originality/date=2024-05-01 should be moved to",
        "trash/second/originality/date=2024-05-01, but both are there");

    delete(kept);
    assertThat(new Recovery(warehouse).finishPublications()).containsExactly("second");
    assertThat(rows(spark, warehouse)).containsEntry("originality", 5L);
  }

  @Test
  void whatWasToBePublishedAndIsLostIsNamedWithWhatHelps(SparkSession spark) throws IOException {
    Warehouse warehouse = begun(spark, NIGHT);
    delete(folder.resolve("work/second/originality"));

    for (int start = 0; start < 2; start++) {
      assertCannotFinish(
          warehouse,
          "run second",
          "work/second/originality/date=2024-05-01 is not there",
          "tables/originality/date=2024-05-01 has not the files",
          "control/journal/second.json",
          "state/snapshots",
          "nutgraf verify");
      assertThat(warehouse.manifest().number()).isEqualTo(1);
    }

    Files.delete(folder.resolve("control/journal/second.json"));
    assertThat(new Recovery(warehouse).finishPublications()).isEmpty();
    assertThat(new VerifyFiles(spark, warehouse).apply().faults())
        .extracting(VerifyFiles.Fault::path)
        .anyMatch(path -> path.startsWith("tables/originality/date=2024-05-01/"));
    publish(spark, warehouse, "third", NIGHT, 2);
    assertThat(rows(spark, warehouse))
        .containsEntry("cluster_members", 2L)
        .containsEntry("originality", 2L);
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
  }

  @Test
  void aPartOfWhatWasToBePublishedIsNotPublished(SparkSession spark) throws IOException {
    Warehouse warehouse = begun(spark, NEXT);
    Path staged = folder.resolve("work/second/originality/date=2024-05-02");
    try (var files = Files.list(staged)) {
      Files.delete(
          files.filter(file -> file.toString().endsWith(".parquet")).findFirst().orElseThrow());
    }

    assertThatThrownBy(() -> new Recovery(warehouse).finishPublications())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("tables/originality/date=2024-05-02 has not the files");
    assertThat(warehouse.manifest().number()).isEqualTo(1);
  }

  /** It would have been kept for readers that have it open, and for nobody else. */
  @Test
  void aReplacedFolderThatIsLostHindersNobody(SparkSession spark) throws IOException {
    Warehouse warehouse = begun(spark, NIGHT);
    delete(folder.resolve("tables/originality/date=2024-05-01"));
    // After the last of four moves.
    assertThatThrownBy(() -> finish(warehouse, new DiesAt(3))).hasMessage("died");

    assertThat(new Recovery(warehouse).finishPublications()).containsExactly("second");

    assertThat(rows(spark, warehouse)).containsEntry("originality", 5L);
    assertThat(new VerifyFiles(spark, warehouse).apply().faults()).isEmpty();
    assertThat(folder.resolve("trash/second/originality")).doesNotExist();
  }

  /** A night is published; another run has written down what it would do, and died. */
  private Warehouse begun(SparkSession spark, LocalDate date) throws IOException {
    Warehouse warehouse = new Warehouse(spark, folder.toString(), Layout.NIGHTS);
    publish(spark, warehouse, "first", NIGHT, 3);
    assertThatThrownBy(() -> publish(spark, warehouse, "second", date, 5, 14, new DiesAt(PREPARED)))
        .hasMessage("died");
    return warehouse;
  }

  private static void finish(Warehouse warehouse, java.util.function.Consumer<PublishStep> watcher)
      throws IOException {
    Journal journal = new Journal(warehouse);
    journal.finish(journal.unfinished().get(0), watcher);
  }

  private static void assertCannotFinish(Warehouse warehouse, String... why) {
    assertThatThrownBy(() -> new Recovery(warehouse).finishPublications())
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(why);
  }
}
