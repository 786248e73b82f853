package io.nutgraf.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    leaveDead("dead", Duration.ofMinutes(1));

    try (WarehouseLock lock = take("next")) {
      assertThat(lock.brokenRunId()).contains("dead");
    }
  }

  /** Two containers may have one name, and each its own processes. */
  @Test
  void aDeadProcessWhoseHeartHasJustBeatenIsWatchedForABeat() throws Exception {
    leaveDead("dead", Duration.ofSeconds(10));
    List<Duration> waits = new ArrayList<>();

    try (WarehouseLock lock = take("next", waits::add)) {
      assertThat(lock.brokenRunId()).contains("dead");
    }
    assertThat(waits)
        .singleElement(InstanceOfAssertFactories.DURATION)
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(15));
  }

  @Test
  void aDeadProcessWhoseHeartBeatsIsAlive() throws Exception {
    leaveDead("dead", Duration.ofSeconds(10));
    WarehouseLock.Pause beats =
        wait -> Files.writeString(folder.resolve("control/heartbeat"), "dead", UTF_8);

    assertThatThrownBy(() -> take("next", beats))
        .isInstanceOf(LockedException.class)
        .hasMessageContainingAll("Run dead", "alive all the same");
    assertThat(folder.resolve("control/lock")).content().contains("dead");
  }

  @Test
  void ofAHostOfTheSameNameWithOtherProcessesTheHeartTells() throws IOException {
    LockOwner self = LockOwner.here("self");
    leave(new LockOwner("twin", self.host(), "other boot", 7, "", "somebody", self.since()));
    assertThatThrownBy(() -> take("next"))
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("Wait for it to end");

    age(Duration.ofMinutes(4));
    try (WarehouseLock lock = take("next")) {
      assertThat(lock.brokenRunId()).contains("twin");
    }
  }

  @Test
  void aProcessOfThisHostThatLivesIsLeftAloneHoweverSilent() throws IOException {
    leave(LockOwner.here("paused"));
    age(Duration.ofMinutes(4));

    assertThatThrownBy(() -> take("next"))
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("--break-lock");
  }

  @Test
  void aLockOfAnotherHostIsBrokenOnlyWhenAskedAndWhenItsHeartIsSilent() throws IOException {
    leave(new LockOwner("far", "elsewhere", "", 7, "", "somebody", Instant.now().toString()));
    assertThatThrownBy(this::breakLock)
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("Wait for it to end");

    age(Duration.ofMinutes(4));
    assertThatThrownBy(() -> take("next"))
        .isInstanceOf(LockedException.class)
        .hasMessageContainingAll("elsewhere", "--break-lock");

    try (WarehouseLock lock = breakLock()) {
      assertThat(lock.brokenRunId()).contains("far");
    }
  }

  /** What an earlier run left says nothing of a lock that is younger. */
  @Test
  void anOldHeartbeatDoesNotMakeANewLockStale() throws IOException {
    leave(new LockOwner("far", "elsewhere", "", 7, "", "somebody", Instant.now().toString()));
    Path heartbeat = Files.writeString(folder.resolve("control/heartbeat"), "earlier", UTF_8);
    Files.setLastModifiedTime(heartbeat, ago(Duration.ofHours(1)));

    assertThatThrownBy(this::breakLock)
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("Wait for it to end");
  }

  /** What a disk that was full when the lock was written leaves. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{\n  \"run_id\" : \"ha", "null", "{}"})
  void aLockThatCannotBeReadIsBrokenWhenAskedOrWhenItIsOld(String content) throws IOException {
    leave(content);
    assertThatThrownBy(() -> take("next"))
        .isInstanceOf(LockedException.class)
        .hasMessageContainingAll(
            folder.toString(),
            "cannot be read, and is so since 2",
            "three minutes",
            "--break-lock");

    try (WarehouseLock lock = breakLock()) {
      assertThat(lock.brokenRunId()).isEmpty();
    }

    leave(content);
    age(Duration.ofMinutes(4));
    try (WarehouseLock lock = take("next")) {
      assertThat(lock.brokenRunId()).isEmpty();
    }
  }

  @Test
  void ofTwoThatFindTheSameDeadLockOneGetsTheWarehouse() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (int round = 0; round < 200; round++) {
        leaveDead("dead" + round, Duration.ofMinutes(1));
        CyclicBarrier start = new CyclicBarrier(2);
        List<Callable<Optional<WarehouseLock>>> runs = new ArrayList<>();
        for (String name : List.of("a", "b")) {
          String run = name + round;
          runs.add(
              () -> {
                start.await();
                return tryToTake(run);
              });
        }
        List<WarehouseLock> taken = new ArrayList<>();
        for (Future<Optional<WarehouseLock>> run : threads.invokeAll(runs)) {
          run.get().ifPresent(taken::add);
        }
        assertThat(taken).as("round %d", round).hasSize(1);
        taken.get(0).checkStillHeld();
        assertThat(taken.get(0).brokenRunId()).contains("dead" + round);
        taken.get(0).close();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(folder.resolve("control")).isEmptyDirectory();
  }

  @Test
  void whoFoundALockThatIsAnotherByNowDoesNotReplaceIt() throws Exception {
    leaveDead("dead", Duration.ofMinutes(1));
    LockFile file = new LockFile(warehouse);
    FoundLock found = file.find().orElseThrow();

    try (WarehouseLock lock = take("faster")) {
      assertThat(file.replace(found, LockOwner.here("slower"))).isFalse();
      lock.checkStillHeld();
    }
  }

  @Test
  void theClaimOnADeadLockCountsForThreeMinutes() throws Exception {
    leaveDead("dead", Duration.ofMinutes(1));
    String key = new LockFile(warehouse).find().orElseThrow().key();
    Path claim =
        Files.writeString(folder.resolve("control/breaking-" + key + "-1"), "claimed", UTF_8);
    assertThatThrownBy(() -> take("next"))
        .isInstanceOf(LockedException.class)
        .hasMessageContaining("at the same moment");

    Files.setLastModifiedTime(claim, ago(Duration.ofMinutes(4)));
    try (WarehouseLock lock = take("next")) {
      assertThat(lock.brokenRunId()).contains("dead");
    }
  }

  @Test
  void aRunWhoseLockWasBrokenNoticesAndLeavesTheOtherLockAlone() throws IOException {
    try (WarehouseLock lock = take("slow")) {
      leave(LockOwner.here("other"));

      assertThatThrownBy(lock::checkStillHeld)
          .isInstanceOf(LockedException.class)
          .hasMessageContaining("publishes nothing any more");
    }
    assertThat(folder.resolve("control/lock")).content().contains("other");
  }

  private WarehouseLock take(String runId) throws IOException {
    return take(
        runId,
        wait -> {
          throw new IOException("Waits for " + wait);
        });
  }

  private WarehouseLock take(String runId, WarehouseLock.Pause pause) throws IOException {
    return WarehouseLock.take(warehouse, runId, WarehouseLock.Stale.RESPECT, pause);
  }

  private WarehouseLock breakLock() throws IOException {
    return WarehouseLock.take(warehouse, "next", WarehouseLock.Stale.BREAK);
  }

  private Optional<WarehouseLock> tryToTake(String runId) throws IOException {
    try {
      // Who looks while another takes over may see its heart beat, and would wait.
      return Optional.of(take(runId, wait -> {}));
    } catch (LockedException e) {
      return Optional.empty();
    }
  }

  private void leaveDead(String runId, Duration age) throws Exception {
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    LockOwner self = LockOwner.here(runId);
    leave(
        new LockOwner(
            runId, self.host(), self.processSpace(), dead.pid(), "", "somebody", self.since()));
    age(age);
  }

  private void leave(LockOwner owner) throws IOException {
    leave(owner.format());
  }

  private void leave(String content) throws IOException {
    Path lock = folder.resolve("control/lock");
    Files.createDirectories(lock.getParent());
    Files.writeString(lock, content, UTF_8);
  }

  private void age(Duration age) throws IOException {
    Files.setLastModifiedTime(folder.resolve("control/lock"), ago(age));
  }

  private static FileTime ago(Duration age) {
    return FileTime.from(Instant.now().minus(age));
  }
}
