package io.nutgraf.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What readers find in a warehouse, on a local disk, whose run was killed. */
record Remains(Path warehouse) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** So many nights can be read by the manifest, and no folder of any table holds a part. */
  void assertWhole(int nights) throws IOException {
    ManifestReader reader = new ManifestReader(warehouse);
    JsonNode manifest = reader.current();
    reader.readAll(manifest);
    assertThat(ManifestReader.dates(manifest)).hasSize(Tables.PUBLISHED.size());
    assertThat(ManifestReader.dates(manifest).get("articles")).hasSize(nights);

    Map<String, Set<String>> whole = files(manifest);
    for (Path journal : children("control/journal")) {
      if (journal.toString().endsWith(".json")) {
        whole.putAll(files(JSON.readTree(journal.toFile()).get("next")));
      }
    }
    for (Path table : children("tables")) {
      for (Path night : children("tables/" + table.getFileName())) {
        Set<String> found = new TreeSet<>();
        for (Path file : children(warehouse.relativize(night).toString())) {
          if (file.toString().endsWith(".parquet")) {
            found.add(file.getFileName().toString());
          }
        }
        String folder = warehouse.relativize(night).toString();
        assertThat(found).as(folder).isEqualTo(whole.get(folder));
      }
    }
  }

  /** How each run ended, by what it says itself, oldest first. */
  Map<String, String> statusByRun() throws IOException {
    Map<String, String> status = new TreeMap<>();
    for (Path run : children("runs")) {
      JsonNode report = JSON.readTree(run.resolve("run.json").toFile());
      status.put(run.getFileName().toString(), report.get("status").asText());
    }
    return status;
  }

  private static Map<String, Set<String>> files(JsonNode manifest) {
    Map<String, Set<String>> files = new TreeMap<>();
    for (JsonNode night : manifest.get("nights")) {
      Set<String> names = new TreeSet<>();
      for (JsonNode file : night.get("files")) {
        names.add(Path.of(file.get("path").asText()).getFileName().toString());
      }
      files.put(night.get("folder").asText(), names);
    }
    return files;
  }

  private Iterable<Path> children(String relative) throws IOException {
    Path folder = warehouse.resolve(relative);
    if (!Files.exists(folder)) {
      return Set.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
