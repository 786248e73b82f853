package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Reads a warehouse on a local disk as somebody else's program would: {@code CURRENT}, the manifest
 * that it names, the files that the manifest lists.
 */
record ManifestReader(Path warehouse) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The manifest that readers are pointed to. */
  JsonNode current() throws IOException {
    Path control = warehouse.resolve("control");
    String name = Files.readString(control.resolve("CURRENT")).strip();
    return JSON.readTree(control.resolve(name).toFile());
  }

  /**
   * Reads every file that a manifest lists, each byte.
   *
   * @throws NoSuchFileException when a later run has moved one
   */
  void readAll(JsonNode manifest) throws IOException {
    for (JsonNode night : manifest.get("nights")) {
      for (JsonNode file : night.get("files")) {
        byte[] bytes = Files.readAllBytes(warehouse.resolve(file.get("path").asText()));
        assertThat(DigestUtils.sha256Hex(bytes))
            .as(file.toString())
            .isEqualTo(file.get("sha256").asText());
      }
    }
  }

  /** The dates of every table in a manifest, by table. */
  static Map<String, Set<String>> dates(JsonNode manifest) {
    Map<String, Set<String>> dates = new TreeMap<>();
    for (JsonNode night : manifest.get("nights")) {
      dates
          .computeIfAbsent(night.get("table").asText(), table -> new TreeSet<>())
          .add(night.get("date").asText());
    }
    return dates;
  }
}
