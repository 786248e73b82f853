package io.nutgraf.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nutgraf.job.WarehouseCheck;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse on a disk that is too small for the night. */
@ExtendWith(SparkExtension.class)
class FullDiskIT {
  @TempDir private Path folder;
  private Path disk;
  private boolean isMounted;

  @BeforeEach
  void mountSmallDisk() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    isMounted = run("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk.toString());
    assumeThat(isMounted).as("this user may mount a disk in memory").isTrue();
  }

  @AfterEach
  void unmount() throws Exception {
    if (isMounted) {
      run("umount", disk.toString());
    }
  }

  @Test
  void nothingIsPublishedAndOnceThereIsRoomTheNightRuns(SparkSession spark) throws Exception {
    Path warehouse = disk.resolve("out");
    ThreeNights.publishFirst(spark, warehouse);
    ManifestReader reader = new ManifestReader(warehouse);
    JsonNode before = reader.current();
    Path large = largeInput();

    assertThatThrownBy(() -> run(spark, warehouse, large))
        .hasStackTraceContaining("No space left on device");
    assertThat(reader.current()).isEqualTo(before);
    reader.readAll(before);

    assertThat(run("mount", "-o", "remount,size=200m", disk.toString())).isTrue();
    run(spark, warehouse, large);
    assertThat(ManifestReader.dates(reader.current()).get("articles"))
        .containsExactly(ThreeNights.date(1), ThreeNights.date(2));
    assertThat(WarehouseCheck.of(spark, warehouse.toString()).faults()).isEmpty();
  }

  private static void run(SparkSession spark, Path warehouse, Path input) {
    Nights.run(spark, warehouse.toString(), ThreeNights.date(2), input, step -> {});
  }

  /** Letters at random, which no compression makes much smaller. */
  private Path largeInput() throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = 0; j < 8_000; j++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      lines.add("{\"id\": \"%d\", \"text\": \"%s\"}".formatted(i, text));
    }
    return Files.write(folder.resolve("large.jsonl"), lines, UTF_8);
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      // No such command here.
      return false;
    }
  }
}
