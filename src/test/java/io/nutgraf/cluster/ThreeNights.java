package io.nutgraf.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.nutgraf.testing.JavaProcess;
import io.nutgraf.testing.Nights;
import io.nutgraf.testing.SparkSubmit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Three small nights with something in every table, and the rows that they have when nothing goes
 * wrong.
 */
final class ThreeNights {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FOLDER = Path.of("target/three-nights");
  private static final List<String> OUTLETS = List.of("Wire", "Post", "Herald", "Gazette");
  private static final List<String> PAIRS =
      List.of("France and Germany", "Poland and Norway", "Denmark and Sweden");
  private static Map<String, List<String>> rows;

  private ThreeNights() {}

  /** The date of a night, counted from 1. */
  static String date(int night) {
    return "2024-05-%02d".formatted(night);
  }

  /** Its articles. */
  static Path input(int night) throws IOException {
    Path file = Path.of("target/three-nights-input/night-%d.jsonl".formatted(night));
    Files.createDirectories(file.getParent());
    return Files.write(file, articles(night), UTF_8);
  }

  /** All rows after the three nights, run in this JVM one after the other. */
  static synchronized Map<String, List<String>> rows(SparkSession spark) throws IOException {
    if (rows == null) {
      delete(FOLDER);
      for (int night = 1; night <= 3; night++) {
        run(spark, FOLDER.resolve("all").toString(), night);
        if (night == 1) {
          copy(FOLDER.resolve("all"), FOLDER.resolve("first"));
        }
      }
      rows = PublishedRows.of(spark, FOLDER.resolve("all").toString());
    }
    return rows;
  }

  /** Makes a warehouse in which the first night is published. */
  static void publishFirst(SparkSession spark, Path warehouse) throws IOException {
    rows(spark);
    copy(FOLDER.resolve("first"), warehouse);
  }

  static void run(SparkSession spark, String warehouse, int night) throws IOException {
    Nights.run(spark, warehouse, date(night), input(night), step -> {});
  }

  /** Starts a night as a user does. */
  static JavaProcess submit(String master, Path output, Path warehouse, int night)
      throws IOException {
    return SparkSubmit.start(
        master,
        output,
        "run",
        "--input",
        input(night).toString(),
        "--warehouse",
        warehouse.toString(),
        "--date",
        date(night),
        "--tagger",
        "off");
  }

  private static List<String> articles(int night) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int story = 0; story < PAIRS.size(); story++) {
      String pair = PAIRS.get(story);
      String agency =
          "Ministers of %s signed the treaty number %d on grain, fish and timber on day %d of talks."
              .formatted(pair, story, night);
      for (String outlet : OUTLETS) {
        String own =
            "Envoys of %s told the %s that the %s of night %d leaves some questions open for later."
                .formatted(pair, outlet, story % 2 == 0 ? "treaty" : "paper", night);
        String furniture = "Subscribe to the morning letter of the " + outlet;
        lines.add(
            JSON.writeValueAsString(
                Map.of(
                    "id", "%d-%d-%s".formatted(night, story, outlet),
                    "source", outlet,
                    "published_at", "%sT0%d:00:00Z".formatted(date(night), OUTLETS.indexOf(outlet)),
                    "text", String.join("\n", agency, own, furniture))));
      }
    }
    // Each night corrects the same article, and brings a line that is none.
    lines.add(
        JSON.writeValueAsString(
            Map.of("id", "corrected", "source", "Wire", "text", "Version of night " + night)));
    lines.add("{\"id\": \"broken\"");
    return lines;
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
  }

  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
