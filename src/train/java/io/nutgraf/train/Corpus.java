package io.nutgraf.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Reads and writes the files of training; all are compressed with gzip. */
final class Corpus {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /** The records of a JSON-lines file. */
  static List<JsonNode> records(Path file) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    try (BufferedReader lines = reader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        records.add(JSON.readTree(line));
      }
    }
    return records;
  }

  /** The same in an order that depends on their ids only, as if shuffled. */
  static List<JsonNode> shuffled(List<JsonNode> records) {
    Comparator<JsonNode> byHash = Comparator.comparingLong(r -> Split.hash(r.get("id").asText()));
    return records.stream().sorted(byHash.thenComparing(r -> r.get("id").asText())).toList();
  }

  static List<LabelledText> labelled(Path file) throws IOException {
    try (BufferedReader lines = reader(file)) {
      return lines.lines().map(LabelledText::fromLine).toList();
    }
  }

  static void write(List<LabelledText> texts, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
      for (LabelledText text : texts) {
        out.write(text.toLine());
        out.newLine();
      }
    }
  }

  private static BufferedReader reader(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
