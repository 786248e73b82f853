package io.nutgraf.actor;

import io.nutgraf.text.CaseRule;
import java.io.Serializable;

/** A phrase that names an actor, and the capitals it needs in the text. */
public record Phrase(String text, PhraseKind kind, CaseRule caseRule) implements Serializable {

  /** With the case rule that news names usually need. */
  public static Phrase of(String text, PhraseKind kind) {
    return new Phrase(text, kind, CaseRule.of(text));
  }
}
