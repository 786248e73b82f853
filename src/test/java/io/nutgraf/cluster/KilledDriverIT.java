package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.JavaProcess;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.warehouse.PublishStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Drivers that die, and drivers that meet. */
@ExtendWith(SparkExtension.class)
class KilledDriverIT {
  @TempDir private Path folder;

  @Test
  void killedAtAnyStepItLeavesTheNightBeforeWholeAndTheNextRunRecovers(SparkSession spark)
      throws Exception {
    List<PublishStep> steps =
        Arrays.stream(PublishStep.values()).filter(step -> step != PublishStep.DONE).toList();
    for (PublishStep step : steps) {
      ThreeNights.publishFirst(spark, folder.resolve(step.name()));
    }
    try (JavaProcess run = HaltedNights.start(folder, 2, steps)) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(HaltedNights.KILLED);
    }

    for (PublishStep step : steps) {
      Path warehouse = folder.resolve(step.name());
      Remains remains = new Remains(warehouse);
      remains.assertWhole(step == PublishStep.POINTED ? 2 : 1);
      assertThat(remains.statusByRun().values()).containsExactlyInAnyOrder("published", "running");
      boolean isPrepared = step != PublishStep.AUDITED;
      if (!isPrepared) {
        // Nothing of it counts: it has to be run again.
        ThreeNights.run(spark, warehouse.toString(), 2);
      }
      ThreeNights.run(spark, warehouse.toString(), 3);

      assertThat(PublishedRows.of(spark, warehouse.toString()))
          .as("killed at " + step)
          .isEqualTo(ThreeNights.rows(spark));
      assertThat(remains.statusByRun().values())
          .as("killed at " + step)
          .containsOnly(
              isPrepared ? new String[] {"published"} : new String[] {"published", "died"});
      remains.assertWhole(3);
    }
  }

  @Test
  void ofTwoRunsAtOnceOnePublishesAndTheOtherSaysThatItIsLocked() throws Exception {
    Path warehouse = folder.resolve("out");
    try (JavaProcess first = submit(warehouse, 1);
        JavaProcess second = submit(warehouse, 2)) {
      List<Integer> exitCodes = Stream.of(first.exitCode(), second.exitCode()).sorted().toList();

      assertThat(exitCodes).as(first.output() + second.output()).containsExactly(0, 4);
      assertThat(first.output() + second.output())
          .contains("holds the warehouse", "Wait for it to end");
    }
    new Remains(warehouse).assertWhole(1);
    assertThat(new Remains(warehouse).statusByRun().values())
        .containsExactlyInAnyOrder("published", "locked");
  }

  private JavaProcess submit(Path warehouse, int night) throws IOException {
    Path output = folder.resolve("night-%d.txt".formatted(night));
    return ThreeNights.submit("local[1]", output, warehouse, night);
  }
}
