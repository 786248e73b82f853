package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.Await;
import io.nutgraf.testing.JavaProcess;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.testing.SparkSubmit;
import io.nutgraf.warehouse.PublishStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The shaded jar under spark-submit on a standalone cluster. */
@ExtendWith(SparkExtension.class)
class ClusterIT {
  @TempDir private static Path folder;
  private static StandaloneCluster cluster;

  @BeforeAll
  static void startCluster() throws IOException {
    cluster = StandaloneCluster.start(Files.createDirectory(folder.resolve("cluster")));
  }

  @AfterAll
  static void stopCluster() {
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void threeNightsHaveTheRowsOfALocalRunThoughExecutorsAreKilled(SparkSession spark)
      throws Exception {
    Path warehouse = folder.resolve("three");
    for (int night = 1; night <= 3; night++) {
      try (JavaProcess run = submit(warehouse, night)) {
        if (night > 1) {
          String made = night == 2 ? "paragraphs" : "near_duplicates";
          Await.until(made + " are made", () -> isStaged(warehouse, made));
          ProcessHandle executor = cluster.executors().get(0);
          assertThat(executor.destroyForcibly()).isTrue();
        }
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output().contains("Command exited with code 137"))
            .as(run.output())
            .isEqualTo(night > 1);
      }
    }

    assertThat(PublishedRows.of(spark, warehouse.toString())).isEqualTo(ThreeNights.rows(spark));
  }

  @Test
  void aDriverKilledWhilePublishingIsFinishedByTheNextRun(SparkSession spark) throws Exception {
    Path warehouse = folder.resolve(PublishStep.MOVED.name());
    ThreeNights.publishFirst(spark, warehouse);
    String[] onCluster = {
      "spark.master=" + cluster.address(),
      "spark.jars=" + SparkSubmit.JAR.toAbsolutePath(),
      "spark.executor.memory=512m"
    };
    try (JavaProcess run = HaltedNights.start(folder, 2, List.of(PublishStep.MOVED), onCluster)) {
      assertThat(run.exitCode()).as(run.output()).isEqualTo(HaltedNights.KILLED);
    }
    Await.until("its executors end", () -> cluster.executors().isEmpty());
    new Remains(warehouse).assertWhole(1);

    try (JavaProcess run = submit(warehouse, 3)) {
      assertThat(run.exitCode()).as(run.output()).isZero();
    }

    assertThat(PublishedRows.of(spark, warehouse.toString())).isEqualTo(ThreeNights.rows(spark));
  }

  private static JavaProcess submit(Path warehouse, int night) throws IOException {
    Path output = folder.resolve("%s-%d.txt".formatted(warehouse.getFileName(), night));
    return ThreeNights.submit(cluster.address(), output, warehouse, night);
  }

  private static boolean isStaged(Path warehouse, String table) {
    try (Stream<Path> runs = Files.list(warehouse.resolve("work"))) {
      return runs.anyMatch(run -> Files.exists(run.resolve(table)));
    } catch (IOException e) {
      return false;
    }
  }
}
