package io.nutgraf.actor;

import java.util.List;

/**
 * A place in a paragraph where an actor may be named.
 *
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset after the last one
 * @param sentence 0-based position of its sentence
 * @param method how it was found; {@link #BEARER} for a name that is no mention but tells that
 *     somebody else has the surname
 * @param candidates actors it may name, sorted; none for a surname of which no dictionary knows
 * @param title title directly before it, lower case; null without
 * @param surface the words as written
 */
public record Span(
    int start,
    int end,
    int sentence,
    String method,
    List<String> candidates,
    String title,
    String surface) {
  static final String SURNAME = "surname";
  static final String TITLE_SURNAME = "title_surname";

  /** A full name that only the tagger found. */
  static final String TAGGED = "tagged";

  /** "Teresa Heinz Kerry" when no dictionary has her: a bare "Kerry" is no longer certain. */
  static final String BEARER = "bearer";

  boolean isSurname() {
    return method.equals(SURNAME) || method.equals(TITLE_SURNAME);
  }

  boolean isBearer() {
    return method.equals(BEARER);
  }
}
