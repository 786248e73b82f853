package io.nutgraf.warehouse;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.Path;

/**
 * The files {@code control/lock}, created once by whoever takes a free warehouse, and {@code
 * control/heartbeat}.
 *
 * <p>The lock of a dead run is replaced under a claim, a file named after that very lock, which on
 * any file system only one creates (see {@link OnceFile}; a rename would not do: it replaces its
 * target on a local disk, and is a copy on an object store). Who has the claim looks whether the
 * lock is still the dead one, writes his own over it whole and reads it back; who comes later finds
 * the claim, or another lock than that which he judged, and loses. A claim whose owner died counts
 * for three minutes, then the next number may be claimed; who took longer than that himself gives
 * up what he wrote.
 */
final class LockFile {
  private static final Duration CLAIM_COUNTS = Duration.ofMinutes(3);

  private final Warehouse warehouse;
  private final OnceFile onceFile;
  private final Path lock;
  private final Path heartbeat;

  LockFile(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.onceFile = new OnceFile(warehouse);
    this.lock = warehouse.controlFile("lock");
    this.heartbeat = warehouse.controlFile("heartbeat");
  }

  /** Gives false when there is a lock. */
  boolean create(LockOwner owner) throws IOException {
    return onceFile.create(lock, owner.format());
  }

  /** None when the warehouse is free. */
  Optional<FoundLock> find() throws IOException {
    try {
      Instant written = modified(lock);
      String content = warehouse.wholeFile().read(lock);
      Instant beat = lastBeat();
      return Optional.of(new FoundLock(content, beat.isAfter(written) ? beat : written));
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  boolean isOf(LockOwner owner) throws IOException {
    Optional<FoundLock> found = find();
    return found.isPresent()
        && found.get().owner().filter(holder -> holder.runId().equals(owner.runId())).isPresent();
  }

  /** Puts another lock in the place of a dead one; gives false when somebody else is at it. */
  boolean replace(FoundLock dead, LockOwner next) throws IOException {
    Instant start = now();
    Optional<Path> claim = claim(dead, next);
    if (claim.isEmpty()) {
      return false;
    }
    try {
      if (!find().equals(Optional.of(dead))) {
        return false;
      }
      warehouse.wholeFile().write(lock, next.format());
      if (!isOf(next)) {
        return false;
      }
      if (isOver(start)) {
        delete();
        return false;
      }
      return true;
    } finally {
      warehouse.files().delete(claim.get(), /* recursive= */ false);
    }
  }

  void beat(LockOwner owner) throws IOException {
    warehouse.wholeFile().write(heartbeat, owner.runId() + " " + Instant.now() + "\n");
  }

  /** Frees the warehouse. */
  void delete() throws IOException {
    warehouse.files().delete(heartbeat, /* recursive= */ false);
    warehouse.files().delete(lock, /* recursive= */ false);
  }

  private Optional<Path> claim(FoundLock dead, LockOwner next) throws IOException {
    for (int number = 1; ; number++) {
      Path claim = warehouse.controlFile("breaking-%s-%d".formatted(dead.key(), number));
      if (onceFile.create(claim, next.format())) {
        return Optional.of(claim);
      }
      try {
        if (!isOver(modified(claim))) {
          return Optional.empty();
        }
      } catch (FileNotFoundException | NoSuchFileException e) {
        // Its owner has just ended, and the lock is another.
        return Optional.empty();
      }
    }
  }

  private boolean isOver(Instant claimed) throws IOException {
    return Duration.between(claimed, now()).compareTo(CLAIM_COUNTS) > 0;
  }

  /** By the clock that files are dated by: that of this machine may be another. */
  Instant now() throws IOException {
    Path probe = warehouse.controlFile("clock-" + UUID.randomUUID());
    warehouse.wholeFile().write(probe, "");
    try {
      return modified(probe);
    } finally {
      warehouse.files().delete(probe, /* recursive= */ false);
    }
  }

  private Instant lastBeat() throws IOException {
    try {
      return modified(heartbeat);
    } catch (FileNotFoundException | NoSuchFileException e) {
      return Instant.MIN;
    }
  }

  private Instant modified(Path file) throws IOException {
    return Instant.ofEpochMilli(warehouse.files().getFileStatus(file).getModificationTime());
  }
}
