package io.nutgraf.actor;

import java.util.List;

/**
 * A span by its tokens, as a {@link SpanFinder} finds it; both tokens are part of it.
 *
 * @param method how it was found; {@link #NO_ACTOR} for what is none, but keeps its words from
 *     being read as something else
 * @param candidates actors it may name, sorted; none when that is seen only in the article
 */
public record FoundSpan(int firstToken, int lastToken, String method, List<String> candidates) {
  static final String NO_ACTOR = "no_actor";

  boolean isNoActor() {
    return method.equals(NO_ACTOR);
  }

  /** A person's single name that only the tagger found. */
  boolean isTaggedSurname() {
    return candidates.isEmpty() && !isNoActor();
  }

  boolean overlaps(FoundSpan other) {
    return firstToken <= other.lastToken && other.firstToken <= lastToken;
  }

  int tokens() {
    return lastToken - firstToken + 1;
  }
}
