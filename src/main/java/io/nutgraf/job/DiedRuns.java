package io.nutgraf.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.nutgraf.warehouse.Recovery;
import io.nutgraf.warehouse.Warehouse;
import io.nutgraf.warehouse.WarehouseLock;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs that were killed before they could say how they ended. The next run finishes what they were
 * publishing and writes the end into their run.json: {@code published} or {@code died}.
 *
 * <p>Most left a journal, a lock or tables that they were making. Of those killed before they had
 * the lock there is run.json alone, so the newest are looked at, too: whoever holds the warehouse
 * knows that no other run does, and a run that only asks for it ends within three minutes.
 */
final class DiedRuns {
  /** Each is a file to read, for every run; older ones were looked at by the runs since. */
  private static final int NEWEST = 30;

  private final Warehouse warehouse;
  private final String self;

  /**
   * @param self the run that asks
   */
  DiedRuns(Warehouse warehouse, String self) {
    this.warehouse = warehouse;
    this.self = self;
  }

  void close(WarehouseLock lock) throws IOException {
    Recovery recovery = new Recovery(warehouse);
    Set<String> died = new TreeSet<>(recovery.finishPublications());
    died.addAll(recovery.unfinishedRuns());
    lock.brokenRunId().ifPresent(died::add);
    Set<String> looked = new TreeSet<>(newest());
    looked.addAll(died);
    looked.remove(self);
    Set<String> published = new TreeSet<>();
    warehouse.manifest().nights().forEach(night -> published.add(night.runId()));
    for (String runId : looked) {
      Optional<ObjectNode> run = running(runId);
      if (run.isPresent() && (died.contains(runId) || isOld(run.get()))) {
        close(run.get(), runId, published.contains(runId));
      }
    }
  }

  /** Names of runs begin with the time. */
  private List<String> newest() throws IOException {
    List<String> runs = new ArrayList<>(warehouse.runs());
    runs.sort(Comparator.reverseOrder());
    return runs.subList(0, Math.min(NEWEST, runs.size()));
  }

  /** What a run says of itself that has not said how it ended. */
  private Optional<ObjectNode> running(String runId) throws IOException {
    return RunJson.read(warehouse, runId)
        .filter(run -> run.path("status").asText().equals("running"));
  }

  /** Too old to be asking for the lock still. */
  private static boolean isOld(ObjectNode run) {
    try {
      Instant started = Instant.parse(run.path("started_at").asText());
      return Duration.between(started, Instant.now()).compareTo(WarehouseLock.SILENT) > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void close(ObjectNode run, String runId, boolean isPublished) throws IOException {
    run.put("status", isPublished ? "published" : "died");
    run.put(
        "message",
        isPublished
            ? "It was killed while publishing; the next run finished that"
            : "It was killed; nothing of it is published");
    RunJson.write(warehouse, runId, run);
  }
}
