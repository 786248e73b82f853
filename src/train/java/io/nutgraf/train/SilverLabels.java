package io.nutgraf.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Labels articles nobody has labelled by hand with NLP4J. A paragraph seen before is left out. */
final class SilverLabels {
  private static final int SHORTEST = 30;
  private static final int LONGEST = 3000;

  private final Nlp4j teacher;
  private final Set<Long> seen = new HashSet<>();

  SilverLabels(Nlp4j teacher) {
    this.teacher = teacher;
  }

  /** Labels articles, taken as if at random, until so many characters are labelled. */
  List<LabelledText> label(List<JsonNode> articles, long characters) {
    List<LabelledText> labelled = new ArrayList<>();
    long done = 0;
    for (JsonNode article : Corpus.shuffled(articles)) {
      if (done > characters) {
        break;
      }
      List<LabelledText> paragraphs = new ArrayList<>();
      for (String text : paragraphs(article)) {
        if (seen.add(Split.hash(text.toLowerCase(Locale.ROOT)))) {
          done += text.length();
          paragraphs.add(new LabelledText(article.get("id").asText(), text, teacher.names(text)));
        }
      }
      labelled.addAll(Surnames.repair(paragraphs));
    }
    return labelled;
  }

  /** The headline and the paragraphs that are neither very short nor very long. */
  private static List<String> paragraphs(JsonNode article) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(article.path("title").asText(""));
    paragraphs.addAll(List.of(article.get("text").asText().split("\n\n")));
    return paragraphs.stream()
        .map(paragraph -> paragraph.replaceAll("\\s+", " ").strip())
        .filter(text -> text.length() >= SHORTEST && text.length() <= LONGEST)
        .toList();
  }
}
