package io.nutgraf.warehouse;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether the run that left a lock is dead, so that the lock may be taken over.
 *
 * <p>A process of this host that is no more is dead once its heart, too, has missed a beat: hosts
 * and containers may have the same name. Of a host of the same name that counts its processes
 * otherwise (started again since, or another container) a heart silent for three minutes is enough.
 * Of any other host a person must say it, and is refused while the heart beats. A lock that cannot
 * be read for three minutes belongs to nobody: whoever lives writes it at once.
 */
record CheckDead(
    LockFile lock, LockOwner self, WarehouseLock.Stale stale, WarehouseLock.Pause pause) {
  private static final Logger LOG = LoggerFactory.getLogger(CheckDead.class);

  /** A beat, and time to write it. */
  private static final Duration WATCHED = WarehouseLock.BEAT.plusSeconds(5);

  /**
   * Returns when the lock may be taken over.
   *
   * @throws LockedException when it may not, or may not yet
   */
  void apply(FoundLock found, String warehouse) throws IOException {
    Duration silence = found.silence(lock.now());
    Optional<LockOwner> owner = found.owner();
    if (owner.isPresent()) {
      check(found, silence, owner.get(), warehouse);
    } else if (stale == WarehouseLock.Stale.RESPECT && !isSilent(silence)) {
      throw new LockedException(
          "The lock of the warehouse %s, control/lock, cannot be read, and is so since %s: a run"
                  .formatted(warehouse, found.lastSign())
              + " is just taking the warehouse, or died or found the disk full while it did. Try"
              + " again in three minutes; if no run is alive, now with --break-lock");
    }
  }

  private void check(FoundLock found, Duration silence, LockOwner owner, String warehouse)
      throws IOException {
    String who =
        "Run %s (process %d of %s on %s, since %s) holds the warehouse %s; its heart beat %d s ago."
            .formatted(
                owner.runId(),
                owner.process(),
                owner.user(),
                owner.host(),
                owner.since(),
                warehouse,
                silence.toSeconds());
    if (!isSilent(silence)) {
      if (!owner.isDeadProcessOf(self)) {
        throw new LockedException(who + " Wait for it to end");
      }
      watch(found, silence, who);
    } else if (stale == WarehouseLock.Stale.RESPECT
        && (!owner.isOnHostOf(self) || owner.isLiveProcessOf(self))) {
      throw new LockedException(who + " If it is dead, run again with --break-lock");
    }
  }

  private void watch(FoundLock found, Duration silence, String who) throws IOException {
    Duration left = WATCHED.minus(silence);
    if (left.isNegative() || left.isZero()) {
      return;
    }
    LOG.info("{} There is no such process; it is dead if the next beat does not come", who);
    pause.last(left);
    if (!lock.find().equals(Optional.of(found))) {
      throw new LockedException(who + " It is alive all the same. Wait for it to end");
    }
  }

  private static boolean isSilent(Duration silence) {
    return silence.compareTo(WarehouseLock.SILENT) >= 0;
  }
}
