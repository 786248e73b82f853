package io.nutgraf.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the hand-labelled sets as paragraphs with the names of persons, organisations and
 * locations.
 *
 * <p>Mentions that are no names ("the company", "its") are left out. Of a mention that holds more
 * than a name ("Apple CEO Steve Jobs") only the name counts when it can be told by rule; else the
 * mention is unsure, and nothing in it is scored or learned. Offsets are turned from code points
 * into UTF-16 units.
 */
final class Gold {
  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("person", Name.PERSON),
          Map.entry("PER", Name.PERSON),
          Map.entry("Person", Name.PERSON),
          Map.entry("politician", Name.PERSON),
          Map.entry("organization", Name.ORGANISATION),
          Map.entry("ORG", Name.ORGANISATION),
          Map.entry("Organisation", Name.ORGANISATION),
          Map.entry("organisation", Name.ORGANISATION),
          Map.entry("politicalparty", Name.ORGANISATION),
          Map.entry("place", Name.LOCATION),
          Map.entry("LOC", Name.LOCATION),
          Map.entry("Location", Name.LOCATION),
          Map.entry("location", Name.LOCATION),
          Map.entry("country", Name.LOCATION),
          Map.entry("Nationality", Name.GROUP),
          Map.entry("MISC", Name.WORK),
          Map.entry("misc", Name.WORK),
          Map.entry("election", Name.WORK),
          Map.entry("event", Name.WORK));

  private static final String WIKIPEDIA = "@wikipedia";

  private final GoldSet set;
  private final List<LabelledText> paragraphs = new ArrayList<>();

  private Gold(GoldSet set) {
    this.set = set;
  }

  /** The paragraphs of a set; of tokenised sets the sentences, written as they would be printed. */
  static List<LabelledText> read(Path folder, GoldSet set) throws IOException {
    Gold gold = new Gold(set);
    for (JsonNode article : Corpus.records(folder.resolve(set.file + ".jsonl.gz"))) {
      gold.addParagraphs(article);
    }
    return gold.paragraphs;
  }

  private void addParagraphs(JsonNode article) {
    String text = article.get("text").asText();
    List<Name> mentions = mentions(article, text);
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      String paragraph = text.substring(start, end).replace('\t', ' ');
      if (!paragraph.isBlank()) {
        List<Name> names = new ArrayList<>();
        for (Name mention : mentions) {
          if (mention.start() >= start && mention.end() <= end) {
            names.add(new Name(mention.start() - start, mention.end() - start, mention.label()));
          }
        }
        LabelledText labelled =
            new LabelledText(
                document(article), paragraph, Names.outermost(ProperNames.sureFirst(names)));
        boolean isTokenised = article.path("tokenised").asBoolean();
        paragraphs.add(isTokenised ? Detokenizer.detokenize(labelled) : labelled);
      }
      start = end + 1;
    }
  }

  private List<Name> mentions(JsonNode article, String text) {
    List<Name> mentions = new ArrayList<>();
    for (JsonNode entity : article.get("entities")) {
      String label = LABELS.get(entity.get("type").asText());
      if (label != null) {
        int start = text.offsetByCodePoints(0, entity.get("start").asInt());
        int end = text.offsetByCodePoints(0, entity.get("end").asInt());
        (set.nests
                ? ProperNames.nameIn(text, start, end, label)
                : Names.trimmed(text, start, end, label))
            .ifPresent(mentions::add);
      }
    }
    return mentions;
  }

  /** What comes from Wikipedia says so, and is not trained on. */
  private static String document(JsonNode article) {
    String id = article.get("id").asText();
    return article.path("source").asText().equals("Wikipedia") ? id + WIKIPEDIA : id;
  }

  static boolean mayTrain(LabelledText text) {
    return !text.document().endsWith(WIKIPEDIA);
  }
}
