package io.nutgraf.warehouse;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Who holds a warehouse.
 *
 * @param processStarted ISO 8601: a number of a process comes back, with another start
 * @param since ISO 8601
 */
record LockOwner(
    String runId, String host, long process, String processStarted, String user, String since) {
  /** This process. */
  static LockOwner here(String runId) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    return new LockOwner(
        runId,
        InetAddress.getLocalHost().getHostName(),
        self.pid(),
        started(self),
        System.getProperty("user.name", ""),
        Instant.now().toString());
  }

  /** Whether this host knows for certain that the owner is no more. */
  boolean isDeadProcessOf(LockOwner asker) {
    if (!host.equals(asker.host())) {
      return false;
    }
    Optional<ProcessHandle> owner = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    return owner.isEmpty() || !started(owner.get()).equals(processStarted);
  }

  String format() throws IOException {
    return Json.format(this);
  }

  static LockOwner parse(String json) throws IOException {
    return Json.parse(json, LockOwner.class);
  }

  private static String started(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toString).orElse("");
  }
}
