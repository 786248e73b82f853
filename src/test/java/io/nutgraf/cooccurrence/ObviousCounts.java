package io.nutgraf.cooccurrence;

import static io.nutgraf.testing.Frames.row;

import io.nutgraf.table.Units;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** Counts distinct units by loops, as slowly as they are obvious. */
record ObviousCounts(RandomNews news) {

  /** unit, actor_a, actor_b, n_ab, n_a, n_b, n, n_with_actor of each pair, by its first three. */
  Map<String, Row> pairs() {
    Map<String, Row> pairs = new TreeMap<>();
    List<String> actors = new ArrayList<>(new TreeSet<>(actorsOf(allParagraphs())));
    for (String unit : List.of(Units.SENTENCE_UNIT, Units.PARAGRAPH_UNIT, Units.ARTICLE_UNIT)) {
      long all = count(unit, named -> true);
      long any = count(unit, named -> !named.isEmpty());
      for (String a : actors) {
        for (String b : actors) {
          long both = count(unit, named -> named.contains(a) && named.contains(b));
          if (a.compareTo(b) < 0 && both > 0) {
            long nA = count(unit, named -> named.contains(a));
            long nB = count(unit, named -> named.contains(b));
            pairs.put(unit + " " + a + " " + b, row(unit, a, b, both, nA, nB, all, any));
          }
        }
      }
    }
    return pairs;
  }

  private long count(String unit, Predicate<Set<String>> isCounted) {
    return switch (unit) {
      case Units.SENTENCE_UNIT ->
          groups().values().stream()
              .mapToLong(
                  group ->
                      group.stream()
                          .mapToLong(p -> p.sentences().stream().filter(isCounted).count())
                          .max()
                          .orElseThrow())
              .sum();
      case Units.PARAGRAPH_UNIT ->
          groups().values().stream()
              .filter(group -> group.stream().anyMatch(p -> isCounted.test(actorsOf(List.of(p)))))
              .count();
      default -> {
        Set<Set<Integer>> contents = new HashSet<>();
        for (RandomNews.Article article : news.articles()) {
          if (isCounted.test(actorsOf(article.paragraphs()))) {
            contents.add(content(article));
          }
        }
        yield contents.size();
      }
    };
  }

  private Map<Integer, Set<RandomNews.Paragraph>> groups() {
    return allParagraphs().stream()
        .collect(Collectors.groupingBy(RandomNews.Paragraph::group, Collectors.toSet()));
  }

  private List<RandomNews.Paragraph> allParagraphs() {
    return news.articles().stream().flatMap(a -> a.paragraphs().stream()).toList();
  }

  private static Set<Integer> content(RandomNews.Article article) {
    Set<Integer> telling =
        article.paragraphs().stream()
            .filter(p -> !p.isFurniture())
            .map(RandomNews.Paragraph::group)
            .collect(Collectors.toSet());
    return telling.isEmpty()
        ? article.paragraphs().stream().map(RandomNews.Paragraph::group).collect(Collectors.toSet())
        : telling;
  }

  private static Set<String> actorsOf(Collection<RandomNews.Paragraph> paragraphs) {
    return paragraphs.stream()
        .flatMap(p -> p.sentences().stream())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }
}
