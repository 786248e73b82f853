package io.nutgraf.train;

import io.nutgraf.text.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/**
 * Scores the tagger and NLP4J side by side on the documents no training sees: {@code data-folder}.
 * Exact span and type over persons, organisations and locations.
 */
public final class ScoreTagger {
  private static final Set<String> ACTORS = Set.of(Name.PERSON, Name.ORGANISATION, Name.LOCATION);

  public static void main(String[] arguments) throws IOException {
    SmallTagger small = new SmallTagger(Tagger.load());
    Nlp4j teacher = new Nlp4j();
    print("set", "names", "", "P", "R", "F1", "PER F1", "ORG F1", "LOC F1");
    for (GoldSet set : GoldSet.values()) {
      List<LabelledText> texts = new ArrayList<>();
      for (LabelledText text : Gold.read(Path.of(arguments[0], "labelled"), set)) {
        if (set.isForScoring(text)) {
          texts.add(text);
        }
      }
      printScores(set, "Nutgraf", texts, small::names);
      printScores(set, "NLP4J", texts, teacher::names);
    }
  }

  private static void printScores(
      GoldSet set, String who, List<LabelledText> texts, Function<String, List<Name>> tagger) {
    Score all = new Score(ACTORS);
    List<Score> kinds =
        List.of(
            new Score(Set.of(Name.PERSON)),
            new Score(Set.of(Name.ORGANISATION)),
            new Score(Set.of(Name.LOCATION)));
    for (LabelledText text : texts) {
      List<Name> names = tagger.apply(text.text());
      all.add(text, names);
      kinds.forEach(kind -> kind.add(text, names));
    }
    print(
        set,
        all.expected(),
        who,
        number(all.precision()),
        number(all.recall()),
        number(all.f1()),
        number(kinds.get(0).f1()),
        number(kinds.get(1).f1()),
        number(kinds.get(2).f1()));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static void print(Object... columns) {
    System.out.printf("%-14s %6s  %-8s %6s %6s %6s %8s %8s %8s%n", columns);
  }

  private ScoreTagger() {}
}
