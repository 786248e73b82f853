package io.nutgraf.actor;

import java.util.Locale;

/** What a phrase is to its actor. The later one is the more specific. */
public enum PhraseKind {
  /** Its name. */
  FULL,
  /** Another name of it. */
  ALIAS,
  /** Its people or adjective: "Armenian". */
  DEMONYM,
  /** The capital of the state, which may stand for its government. */
  CAPITAL,
  /** A kind of actor without a name: "foreign minister". */
  AGENT;

  /** The method of a mention found by such a phrase. */
  public String method() {
    return name().toLowerCase(Locale.ROOT);
  }
}
