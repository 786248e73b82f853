package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.BlockId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** A run's disks need room for what one table shuffles, not for what all of them do. */
@ExtendWith(SparkExtension.class)
class ShuffledFilesTest {
  private static final String SETTING = "spark.sql.classic.shuffleDependency.fileCleanup.enabled";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void areGoneOnceTheirTableIsWritten(SparkSession spark) throws InterruptedException {
    List<String> before = shuffledFiles();

    write(spark, "table");

    Instant end = Instant.now().plus(PATIENCE);
    while (!before.containsAll(shuffledFiles()) && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
    assertThat(before).containsAll(shuffledFiles());
  }

  @Test
  void stayWhereTheUserWantsThemTo(SparkSession spark) {
    SparkSession keeping = spark.newSession();
    keeping.conf().set(SETTING, false);
    List<String> before = shuffledFiles();

    write(keeping, "kept");

    assertThat(shuffledFiles()).anyMatch(file -> !before.contains(file));
  }

  private void write(SparkSession spark, String table) {
    spark
        .range(1_000)
        .groupBy(col("id").mod(7))
        .count()
        .write()
        .parquet(folder.resolve(table).toString());
  }

  private static List<String> shuffledFiles() {
    return CollectionConverters.asJava(
            SparkEnv.get().blockManager().diskBlockManager().getAllBlocks())
        .stream()
        .map(BlockId::name)
        .filter(name -> name.startsWith("shuffle_"))
        .toList();
  }
}
