package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Scores the tagger on text it was not trained on, where that text is at hand. */
class TaggerQualityTest {
  private static final Path DATA = Path.of("..", "shared", "data");
  private static final Map<String, TaggedSpan.Type> TYPES =
      Map.of(
          "politician", TaggedSpan.Type.PERSON,
          "person", TaggedSpan.Type.PERSON,
          "organisation", TaggedSpan.Type.ORGANISATION,
          "politicalparty", TaggedSpan.Type.ORGANISATION,
          "location", TaggedSpan.Type.LOCATION,
          "country", TaggedSpan.Type.LOCATION);

  /** A little under what was measured: 71.4 and 73.5. */
  private static final double PRECISION_FLOOR = 70.5;

  private static final double F1_FLOOR = 72.5;

  private final Tagger tagger = Tagger.load();

  @Test
  void scoresOnPolitics() throws IOException {
    Path file = DATA.resolve("labelled/ner_crossner_politics_test.jsonl.gz");
    assumeTrue(Files.exists(file), "No held-out text at " + file.toAbsolutePath().normalize());
    int found = 0;
    int expected = 0;
    int right = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode document = new ObjectMapper().readTree(line);
        Set<TaggedSpan> truth = truth(document);
        Set<TaggedSpan> spans = new HashSet<>(tagger.tag(document.get("text").asText()));
        spans.removeIf(span -> span.type() == TaggedSpan.Type.OTHER);
        expected += truth.size();
        found += spans.size();
        spans.retainAll(truth);
        right += spans.size();
      }
    }

    assertThat(100.0 * right / found).as("precision").isGreaterThan(PRECISION_FLOOR);
    assertThat(200.0 * right / (found + expected)).as("F1").isGreaterThan(F1_FLOOR);
  }

  @Test
  void findsThePersonsOfTheSeedArticle() throws IOException {
    Path file = DATA.resolve("seed_article.txt");
    assumeTrue(Files.exists(file), "No seed article at " + file.toAbsolutePath().normalize());
    Set<String> persons = new TreeSet<>();
    for (String paragraph : Files.readAllLines(file)) {
      for (TaggedSpan span : tagger.tag(paragraph)) {
        if (span.type() == TaggedSpan.Type.PERSON) {
          persons.add(span.in(paragraph));
        }
      }
    }

    assertThat(persons)
        .contains("John Kerry", "Edward Nalbandian", "Elmar Mammadyarov", "Ilham Aliyev");
  }

  private static Set<TaggedSpan> truth(JsonNode document) {
    String text = document.get("text").asText();
    Set<TaggedSpan> truth = new HashSet<>();
    for (JsonNode entity : document.get("entities")) {
      TaggedSpan.Type type = TYPES.get(entity.get("type").asText());
      if (type != null) {
        int start = text.offsetByCodePoints(0, entity.get("start").asInt());
        int end = text.offsetByCodePoints(0, entity.get("end").asInt());
        truth.add(new TaggedSpan(start, end, type));
      }
    }
    return truth;
  }
}
