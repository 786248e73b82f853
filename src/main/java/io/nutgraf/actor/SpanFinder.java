package io.nutgraf.actor;

import io.nutgraf.text.Tokens;
import java.util.List;

/**
 * One way of finding where actors may be named: by phrases, by surnames, by a statistical tagger.
 * Thread-safe.
 */
public interface SpanFinder {

  /**
   * Finds spans that do not overlap with each other.
   *
   * @param tokens of the paragraph
   * @param found what earlier finders found, in order
   * @return only what is new, in order; a span takes the place of those found before that it
   *     overlaps
   */
  List<FoundSpan> find(String paragraph, Tokens tokens, List<FoundSpan> found);
}
