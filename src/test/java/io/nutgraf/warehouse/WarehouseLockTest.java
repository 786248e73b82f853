package io.nutgraf.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class WarehouseLockTest {
  @TempDir private Path folder;
  private Warehouse warehouse;

  @BeforeEach
  void openWarehouse(SparkSession spark) throws IOException {
    warehouse = new Warehouse(spark, folder.toString());
  }

  @Test
  void oneRunAtATime() throws IOException {
    try (WarehouseLock lock = take("first")) {
      assertThat(lock.brokenRunId()).isEmpty();
      assertThatThrownBy(() -> take("second"))
          .isInstanceOf(LockedException.class)
          .hasMessageContainingAll("Run first", "holds the warehouse", "Wait for it to end");
    }
    take("third").close();
    assertThat(folder.resolve("control/lock")).doesNotExist();
    assertThat(folder.resolve("control/heartbeat")).doesNotExist();
  }

  @Test
  void ofManyAtOnceOneTakesIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 50; round++) {
        List<Callable<WarehouseLock>> runs = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          String run = round + "-" + i;
          runs.add(
              () -> {
                try {
                  return take(run);
                } catch (LockedException e) {
                  return null;
                }
              });
        }
        List<WarehouseLock> taken = new ArrayList<>();
        for (Future<WarehouseLock> run : threads.invokeAll(runs)) {
          if (run.get() != null) {
            taken.add(run.get());
          }
        }
        assertThat(taken).hasSize(1);
        taken.get(0).close();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void theLockOfADeadProcessOfThisHostIsTakenOver() throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    LockOwner self = LockOwner.here("dead");
    leave(new LockOwner("dead", self.host(), dead.pid(), "", "somebody", self.since()));

    try (WarehouseLock lock = take("next")) {
      assertThat(lock.brokenRunId()).contains("dead");
    }
  }

  @Test
  void aLockOfAnotherHostIsBrokenOnlyWhenAskedAndWhenItsHeartIsSilent() throws IOException {
    leave(new LockOwner("far", "elsewhere", 7, "", "somebody", Instant.now().toString()));
    assertThatThrownBy(() -> WarehouseLock.take(warehouse, "next", WarehouseLock.Stale.BREAK))
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("Wait for it to end");

    Files.setLastModifiedTime(
        folder.resolve("control/lock"), FileTime.from(Instant.now().minus(Duration.ofMinutes(4))));
    assertThatThrownBy(() -> take("next"))
        .isInstanceOf(LockedException.class)
        .hasMessageContainingAll("elsewhere", "--break-lock");

    try (WarehouseLock lock = WarehouseLock.take(warehouse, "next", WarehouseLock.Stale.BREAK)) {
      assertThat(lock.brokenRunId()).contains("far");
    }
  }

  @Test
  void aRunWhoseLockWasBrokenNoticesAndLeavesTheOtherLockAlone() throws IOException {
    try (WarehouseLock lock = take("slow")) {
      leave(LockOwner.here("other"));

      assertThatThrownBy(lock::checkStillHeld)
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("Nothing is published");
    }
    assertThat(folder.resolve("control/lock")).content().contains("other");
  }

  private WarehouseLock take(String runId) throws IOException {
    return WarehouseLock.take(warehouse, runId, WarehouseLock.Stale.RESPECT);
  }

  private void leave(LockOwner owner) throws IOException {
    Path lock = folder.resolve("control/lock");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, owner.format());
  }
}
