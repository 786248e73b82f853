package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.nutgraf.testing.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Reads all that is published again and again, by the manifest. When a file is not there any more
 * it waits until readers are pointed to the next manifest, and reads that: once, then it must be
 * there.
 */
final class ManifestLoop implements Callable<String> {
  private final ManifestReader reader;
  private volatile boolean isStopped;
  private volatile int reads;
  private int retries;

  ManifestLoop(ManifestReader reader) {
    this.reader = reader;
  }

  void stop() {
    isStopped = true;
  }

  int reads() {
    return reads;
  }

  @Override
  public String call() throws IOException {
    int n = 0;
    while (!isStopped) {
      assertWhole(readOnce());
      reads = ++n;
    }
    return "by manifest: read %d times, of these %d on the second try".formatted(reads, retries);
  }

  private JsonNode readOnce() throws IOException {
    JsonNode manifest = reader.current();
    try {
      reader.readAll(manifest);
      return manifest;
    } catch (NoSuchFileException e) {
      retries++;
      Await.until("the run that moved " + e.getFile() + " is done", () -> isOld(manifest));
      JsonNode next = reader.current();
      reader.readAll(next);
      return next;
    }
  }

  private boolean isOld(JsonNode manifest) {
    try {
      return !reader.current().get("number").equals(manifest.get("number"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All tables of a date are of one run. */
  private static void assertWhole(JsonNode manifest) {
    Map<String, JsonNode> runByDate = new HashMap<>();
    for (JsonNode night : manifest.get("nights")) {
      JsonNode run = runByDate.putIfAbsent(night.get("date").asText(), night.get("run_id"));
      assertThat(night.get("run_id")).isEqualTo(run == null ? night.get("run_id") : run);
    }
  }
}
