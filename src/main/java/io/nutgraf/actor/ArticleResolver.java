package io.nutgraf.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Decides whom each span of one article names.
 *
 * <p>One article, one sense: Y. Ravin and Z. Kazi, "Is Hillary Rodham Clinton the President?
 * Disambiguating Names across Documents", 1999. Unlike there, nothing is carried from one article
 * to another.
 *
 * <ul>
 *   <li>A phrase with one owner names it. One with several names the owner whose office stands
 *       before it, else it stays ambiguous.
 *   <li>A surname after an office ("President Aliyev") names the one bearer who held that office
 *       when the article appeared (at any time, when it has no date).
 *   <li>Any other surname names the one bearer who is named in full, or by office and surname,
 *       anywhere in the article, known to a dictionary or found by the tagger. It stays ambiguous
 *       when there are several of them, or when somebody else bears it there ("Teresa Heinz
 *       Kerry").
 *   <li>A surname of whom nobody is named in full is no mention, unless it has an office before it:
 *       then it is ambiguous among all bearers. Otherwise every Brown in the news would be listed.
 * </ul>
 */
final class ArticleResolver {
  private final Dictionary dictionary;

  ArticleResolver(Dictionary dictionary) {
    this.dictionary = dictionary;
  }

  /**
   * Resolves an article.
   *
   * @param spans of each paragraph by its position, in the order of the text
   * @param day on which it appeared, UTC; null when unknown
   */
  List<ResolvedSpan> resolve(SortedMap<Integer, List<Span>> spans, LocalDate day) {
    Set<String> named = new TreeSet<>();
    Set<String> borneByOthers = new TreeSet<>();
    Map<String, Set<String>> bearers = new HashMap<>();
    forEach(
        spans,
        (paragraph, span) -> {
          if (span.isBearer()) {
            borneByOthers.addAll(span.candidates());
          } else {
            String actor = alone(span, day);
            if (actor != null) {
              named.add(actor);
              if (isPerson(actor) && !span.isSurname()) {
                PersonName name = PersonName.of(span.surface());
                if (name.isFull()) {
                  bearers.computeIfAbsent(name.surname(), key -> new TreeSet<>()).add(actor);
                }
              }
            }
          }
        });
    List<ResolvedSpan> resolved = new ArrayList<>();
    forEach(
        spans,
        (paragraph, span) -> {
          ResolvedSpan meaning =
              resolve(paragraph, span, day, new Named(named, borneByOthers, bearers));
          if (meaning != null) {
            resolved.add(meaning);
          }
        });
    return resolved;
  }

  /** Who is named in an article. */
  private record Named(
      Set<String> actors, Set<String> borneByOthers, Map<String, Set<String>> bySurname) {

    /** Whom a surname may mean here. */
    Set<String> bearers(Span span) {
      Set<String> bearers = new TreeSet<>(span.candidates());
      bearers.retainAll(actors);
      bearers.addAll(bySurname.getOrDefault(PersonName.of(span.surface()).surname(), Set.of()));
      return bearers;
    }
  }

  private ResolvedSpan resolve(int paragraph, Span span, LocalDate day, Named named) {
    if (span.isBearer()) {
      return null;
    }
    String actor = alone(span, day);
    if (actor != null) {
      return new ResolvedSpan(paragraph, span, actor, null);
    }
    if (!span.isSurname()) {
      return new ResolvedSpan(paragraph, span, null, span.candidates());
    }
    List<String> namedBearers = List.copyOf(named.bearers(span));
    boolean isBorneByOthers = span.candidates().stream().anyMatch(named.borneByOthers()::contains);
    if (namedBearers.size() == 1 && !isBorneByOthers) {
      return new ResolvedSpan(paragraph, span, namedBearers.get(0), null);
    }
    if (!namedBearers.isEmpty()) {
      return new ResolvedSpan(paragraph, span, null, namedBearers);
    }
    return Titles.isOffice(span.title()) && !span.candidates().isEmpty()
        ? new ResolvedSpan(paragraph, span, null, span.candidates())
        : null;
  }

  /** Whom a span names without a look at the rest of the article; null when it does not tell. */
  private String alone(Span span, LocalDate day) {
    if (span.candidates().size() == 1 && !span.isSurname()) {
      return span.candidates().get(0);
    }
    return Titles.isOffice(span.title()) ? holder(span, day) : null;
  }

  private boolean isPerson(String actorId) {
    DictionaryActor known = dictionary.actor(actorId);
    return known == null ? actorId.startsWith(TaggedNames.PERSON_ID) : known.isPerson();
  }

  private String holder(Span span, LocalDate day) {
    List<String> holders =
        span.candidates().stream()
            .filter(id -> Titles.isHeldBy(dictionary.actor(id), span.title(), day))
            .toList();
    if (holders.size() > 1) {
      holders =
          holders.stream()
              .filter(id -> Titles.isHeldInFullBy(dictionary.actor(id), span.title(), day))
              .toList();
    }
    return holders.size() == 1 ? holders.get(0) : null;
  }

  private interface SpanVisitor {
    void visit(int paragraph, Span span);
  }

  private static void forEach(SortedMap<Integer, List<Span>> spans, SpanVisitor visitor) {
    for (Map.Entry<Integer, List<Span>> paragraph : spans.entrySet()) {
      paragraph.getValue().forEach(span -> visitor.visit(paragraph.getKey(), span));
    }
  }
}
