package io.nutgraf.warehouse;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a warehouse.
 *
 * @param processSpace where the number of a process is that of one alone: a start of the machine
 *     and a container on it; empty where the system does not tell
 * @param processStarted ISO 8601: a number of a process comes back, with another start
 * @param since ISO 8601
 */
record LockOwner(
    String runId,
    String host,
    String processSpace,
    long process,
    String processStarted,
    String user,
    String since) {

  /** This process. */
  static LockOwner here(String runId) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    return new LockOwner(
        runId,
        InetAddress.getLocalHost().getHostName(),
        space(),
        self.pid(),
        started(self),
        System.getProperty("user.name", ""),
        Instant.now().toString());
  }

  boolean isOnHostOf(LockOwner asker) {
    return asker.host().equals(host);
  }

  /** Whether the owner was a process among those that the asker sees, and is no more. */
  boolean isDeadProcessOf(LockOwner asker) {
    return isInSpaceOf(asker) && !isAlive();
  }

  /** Whether the asker sees that the owner lives. */
  boolean isLiveProcessOf(LockOwner asker) {
    return isInSpaceOf(asker) && isAlive();
  }

  String format() throws IOException {
    return Json.format(this);
  }

  static LockOwner parse(String json) throws IOException {
    return Json.parse(json, LockOwner.class);
  }

  private boolean isInSpaceOf(LockOwner asker) {
    return isOnHostOf(asker) && asker.processSpace().equals(processSpace);
  }

  private boolean isAlive() {
    Optional<ProcessHandle> owner = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    return owner.isPresent() && started(owner.get()).equals(processStarted);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }

  /** On Linux, with or without containers. */
  private static String space() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip()
          + " "
          + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      return "";
    }
  }
}
