package io.nutgraf.train;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Repairs NLP4J's commonest fault: a bare surname labelled as an organisation in an article that
 * gives the full name.
 */
final class Surnames {
  private static final int MOST_PLACES = 2;

  private Surnames() {}

  /** The paragraphs of one article, repaired. */
  static List<LabelledText> repair(List<LabelledText> article) {
    Set<String> surnames = new HashSet<>();
    Map<String, Integer> places = new HashMap<>();
    for (LabelledText paragraph : article) {
      for (Name name : paragraph.names()) {
        String surface = name.in(paragraph.text());
        int blank = surface.lastIndexOf(' ');
        if (name.label().equals(Name.PERSON) && blank > 0) {
          surnames.add(surface.substring(blank + 1));
        } else if (name.label().equals(Name.LOCATION)) {
          places.merge(surface, 1, Integer::sum);
        }
      }
    }
    surnames.removeIf(surname -> places.getOrDefault(surname, 0) > MOST_PLACES);
    return article.stream().map(paragraph -> repair(paragraph, surnames)).toList();
  }

  private static LabelledText repair(LabelledText paragraph, Set<String> surnames) {
    return paragraph.withNames(
        paragraph.names().stream()
            .map(
                name ->
                    name.label().equals(Name.ORGANISATION)
                            && surnames.contains(name.in(paragraph.text()))
                        ? name.as(Name.PERSON)
                        : name)
            .toList());
  }
}
