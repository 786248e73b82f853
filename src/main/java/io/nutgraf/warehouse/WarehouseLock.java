package io.nutgraf.warehouse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run at a time in a warehouse: a file that can be created only once, and a heartbeat beside
 * it. A lock is taken over without asking only where it is certain that its owner is dead: a
 * process of this host that is no more. From another host that cannot be known, so a person says
 * it, and is refused while the heart still beats.
 *
 * <p>What keeps two runs apart that start at the same moment: on a local disk and on HDFS the file
 * system itself, which creates a file once. On an object store the store, if it honours {@code
 * If-None-Match} (Amazon S3 does, and Hadoop's S3A asks for it from 3.4.2 on); a store that does
 * not, or another connector, keeps apart only runs of which one has the lock when the other looks.
 * Then the later of the two writes its name over that of the earlier, which sees it before it
 * publishes, unless both were that far already: there let the scheduler start one run at a time.
 */
public final class WarehouseLock implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarehouseLock.class);
  private static final Duration BEAT = Duration.ofSeconds(20);
  private static final Duration SILENT = Duration.ofMinutes(3);

  private final Warehouse warehouse;
  private final LockOwner self;
  private final ScheduledExecutorService heart;
  private final Optional<String> brokenRunId;
  private Future<?> beats;

  private WarehouseLock(Warehouse warehouse, LockOwner self, Optional<String> brokenRunId) {
    this.warehouse = warehouse;
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

  /**
   * Takes the warehouse for a run.
   *
   * @throws LockedException when another run holds it
   */
  public static WarehouseLock take(Warehouse warehouse, String runId, Stale stale)
      throws IOException {
    LockOwner self = LockOwner.here(runId);
    Optional<String> broken = Optional.empty();
    if (!create(warehouse, self)) {
      LockOwner owner = owner(warehouse);
      check(warehouse, owner, self, stale);
      LOG.warn("Run {} died and left its lock; taken over", owner.runId());
      warehouse.files().delete(lockFile(warehouse), /* recursive= */ false);
      if (!create(warehouse, self)) {
        throw new LockedException("Another run took the warehouse at the same moment; try again");
      }
      broken = Optional.of(owner.runId());
    }
    WarehouseLock lock = new WarehouseLock(warehouse, self, broken);
    lock.beat();
    lock.beats =
        lock.heart.scheduleAtFixedRate(
            lock::beat, BEAT.toSeconds(), BEAT.toSeconds(), TimeUnit.SECONDS);
    return lock;
  }

  /** The run that died and left the lock that this one took over. */
  public Optional<String> brokenRunId() {
    return brokenRunId;
  }

  /**
   * To be called before what cannot be taken back.
   *
   * @throws LockedException when somebody broke this lock
   */
  void checkStillHeld() throws IOException {
    if (!isHeld()) {
      throw new LockedException(
          "Run %s no longer holds the warehouse: somebody broke its lock. Nothing is published"
              .formatted(self.runId()));
    }
  }

  @Override
  public void close() throws IOException {
    beats.cancel(/* mayInterruptIfRunning= */ false);
    heart.shutdown();
    if (isHeld()) {
      warehouse.files().delete(lockFile(warehouse), /* recursive= */ false);
      warehouse.files().delete(heartbeatFile(warehouse), /* recursive= */ false);
    }
  }

  private boolean isHeld() throws IOException {
    try {
      return owner(warehouse).runId().equals(self.runId());
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  private void beat() {
    try {
      if (isHeld()) {
        warehouse
            .wholeFile()
            .write(heartbeatFile(warehouse), self.runId() + " " + Instant.now() + "\n");
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("No heartbeat this time: {}", e.toString());
    }
  }

  private static void check(Warehouse warehouse, LockOwner owner, LockOwner self, Stale stale)
      throws IOException {
    if (owner.isDeadProcessOf(self)) {
      return;
    }
    Duration silence = silence(warehouse);
    String who =
        "Run %s (process %d of %s on %s, since %s) holds the warehouse %s; its heart beat %d s ago."
            .formatted(
                owner.runId(),
                owner.process(),
                owner.user(),
                owner.host(),
                owner.since(),
                warehouse.root(),
                silence.toSeconds());
    if (silence.compareTo(SILENT) < 0) {
      throw new LockedException(who + " Wait for it to end");
    }
    if (stale == Stale.RESPECT) {
      throw new LockedException(who + " If it is dead, run again with --break-lock");
    }
  }

  private static Duration silence(Warehouse warehouse) throws IOException {
    Path beat = heartbeatFile(warehouse);
    Path last = warehouse.files().exists(beat) ? beat : lockFile(warehouse);
    return Duration.between(
        Instant.ofEpochMilli(warehouse.files().getFileStatus(last).getModificationTime()),
        Instant.now());
  }

  /** Gives false when the file is there already. */
  private static boolean create(Warehouse warehouse, LockOwner owner) throws IOException {
    Path lock = lockFile(warehouse);
    byte[] bytes = owner.format().getBytes(UTF_8);
    if (warehouse.files() instanceof LocalFileSystem local) {
      // Hadoop's local file system looks first and creates then.
      java.nio.file.Path file = local.pathToFile(lock).toPath();
      Files.createDirectories(file.getParent());
      try {
        Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return true;
      } catch (java.nio.file.FileAlreadyExistsException e) {
        return false;
      }
    }
    if (warehouse.layout() == Layout.RUN_FOLDERS && warehouse.files().exists(lock)) {
      return false;
    }
    try (OutputStream out = createOnce(warehouse, lock)) {
      out.write(bytes);
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      // S3A has an exception of its own for a store that refuses when the file is closed; and a
      // request that was sent again is refused because of itself.
      if (!warehouse.files().exists(lock)) {
        throw e;
      }
      return owner(warehouse).runId().equals(owner.runId());
    }
    return true;
  }

  /** On an object store the check is made when the file is closed, if the store can. */
  private static OutputStream createOnce(Warehouse warehouse, Path lock) throws IOException {
    FSDataOutputStreamBuilder<?, ?> builder = warehouse.files().createFile(lock);
    builder.overwrite(false).recursive();
    if (warehouse.layout() == Layout.RUN_FOLDERS) {
      builder.opt("fs.option.create.conditional.overwrite", true);
    }
    return builder.build();
  }

  private static LockOwner owner(Warehouse warehouse) throws IOException {
    try {
      return LockOwner.parse(warehouse.wholeFile().read(lockFile(warehouse)));
    } catch (JsonProcessingException e) {
      throw new LockedException(
          "Another run is just taking the warehouse %s, or died while it did. If no run is alive,"
                  .formatted(warehouse.root())
              + " delete control/lock there and try again");
    }
  }

  private static Path lockFile(Warehouse warehouse) {
    return warehouse.controlFile("lock");
  }

  private static Path heartbeatFile(Warehouse warehouse) {
    return warehouse.controlFile("heartbeat");
  }
}
