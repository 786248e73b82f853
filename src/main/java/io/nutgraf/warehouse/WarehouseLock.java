package io.nutgraf.warehouse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run at a time in a warehouse: a file that can be created only once, and a heartbeat beside
 * it. {@link CheckDead} says when the lock of a run that may be dead is taken over, {@link
 * LockFile} how, so that of several who find the same dead lock one gets the warehouse.
 *
 * <p>An object store that does not honour {@code If-None-Match}, or is reached by another connector
 * than Hadoop's S3A, keeps apart only runs of which one has the lock when the other looks. Then the
 * later of the two writes its name over that of the earlier, which sees it before it publishes,
 * unless both were that far already: there let the scheduler start one run at a time.
 */
public final class WarehouseLock implements AutoCloseable {
  /** Whose heart has not beaten for so long may be dead, wherever it is. */
  public static final Duration SILENT = Duration.ofMinutes(3);

  static final Duration BEAT = Duration.ofSeconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(WarehouseLock.class);

  private final LockFile file;
  private final LockOwner self;
  private final ScheduledExecutorService heart;
  private final Optional<String> brokenRunId;
  private Future<?> beats;

  private WarehouseLock(LockFile file, LockOwner self, Optional<String> brokenRunId) {
    this.file = file;
    this.self = self;
    this.brokenRunId = brokenRunId;
    this.heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "nutgraf-heartbeat");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What to do about the lock of a run that may be dead. */
  public enum Stale {
    /** Leave it and end. */
    RESPECT,
    /** Take it over, when its heart has not beaten for three minutes. */
    BREAK
  }

  /** How time passes. */
  interface Pause {
    void last(Duration duration) throws IOException;
  }

  /**
   * Takes the warehouse for a run. May wait for half a minute to see that a run is dead.
   *
   * @throws LockedException when another run holds it
   */
  public static WarehouseLock take(Warehouse warehouse, String runId, Stale stale)
      throws IOException {
    return take(warehouse, runId, stale, WarehouseLock::sleep);
  }

  static WarehouseLock take(Warehouse warehouse, String runId, Stale stale, Pause pause)
      throws IOException {
    LockFile file = new LockFile(warehouse);
    LockOwner self = LockOwner.here(runId);
    Optional<String> broken = Optional.empty();
    if (!file.create(self)) {
      FoundLock found = file.find().orElseThrow(WarehouseLock::atTheSameMoment);
      new CheckDead(file, self, stale, pause).apply(found, warehouse.root().toString());
      if (!file.replace(found, self)) {
        throw atTheSameMoment();
      }
      broken = found.owner().map(LockOwner::runId);
      LOG.warn("Run {} died and left its lock; taken over", broken.orElse("that nobody can name"));
    }
    WarehouseLock lock = new WarehouseLock(file, self, broken);
    lock.beat();
    lock.beats =
        lock.heart.scheduleAtFixedRate(
            lock::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    return lock;
  }

  /** The run that died and left the lock that this one took over, if its lock could be read. */
  public Optional<String> brokenRunId() {
    return brokenRunId;
  }

  /**
   * To be called before what cannot be taken back.
   *
   * @throws LockedException when somebody broke this lock
   */
  void checkStillHeld() throws IOException {
    if (!file.isOf(self)) {
      throw new LockedException(
          ("Run %s no longer holds the warehouse: somebody broke its lock. It publishes nothing any"
                  + " more; had it begun to, the run that took over has finished that")
              .formatted(self.runId()));
    }
  }

  /** Never throws: what is published is published, whoever still sees the lock. */
  @Override
  public void close() {
    beats.cancel(/* mayInterruptIfRunning= */ false);
    heart.shutdown();
    try {
      if (file.isOf(self)) {
        file.delete();
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The lock stays until this process has ended: {}", e.toString());
    }
  }

  private void beat() {
    try {
      if (file.isOf(self)) {
        file.beat(self);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("No heartbeat this time: {}", e.toString());
    }
  }

  private static LockedException atTheSameMoment() {
    return new LockedException(
        "Another run took or left the warehouse at the same moment; try again");
  }

  private static void sleep(Duration duration) throws IOException {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("Interrupted while it waited for a run to show life");
      interrupted.initCause(e);
      throw interrupted;
    }
  }
}
