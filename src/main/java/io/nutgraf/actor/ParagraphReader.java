package io.nutgraf.actor;

import io.nutgraf.text.Sentences;
import io.nutgraf.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads paragraphs for actors: asks the finders one after the other, each of which sees what those
 * before it found, then gives every span its place, sentence and title.
 *
 * <p>Not thread-safe: it uses its buffers again for the next paragraph.
 */
public final class ParagraphReader {
  private final List<SpanFinder> finders;
  private final Tokens tokens = new Tokens();
  private final Sentences sentences = new Sentences();

  /**
   * What was read in a paragraph.
   *
   * @param spans in order of their start, without overlap
   */
  public record Reading(int sentences, List<Span> spans) {}

  public ParagraphReader(List<SpanFinder> finders) {
    this.finders = List.copyOf(finders);
  }

  public Reading read(String paragraph) {
    tokens.read(paragraph);
    sentences.read(paragraph);
    List<FoundSpan> found = new ArrayList<>();
    for (SpanFinder finder : finders) {
      List<FoundSpan> more = finder.find(paragraph, tokens, found);
      if (!more.isEmpty()) {
        found.removeIf(earlier -> more.stream().anyMatch(earlier::overlaps));
        found.addAll(more);
        found.sort(Comparator.comparingInt(FoundSpan::firstToken));
      }
    }
    return new Reading(
        sentences.size(),
        found.stream().filter(span -> !span.isNoActor()).map(this::placed).toList());
  }

  private Span placed(FoundSpan found) {
    int start = tokens.start(found.firstToken());
    return new Span(
        start,
        tokens.end(found.lastToken()),
        sentences.at(start),
        found.method(),
        found.candidates(),
        Titles.before(tokens, found.firstToken()),
        tokens.surface(found.firstToken(), found.lastToken()));
  }
}
