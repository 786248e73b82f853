package io.nutgraf.actor;

import java.io.Serializable;
import java.util.List;

/**
 * A phrase and the actors it may name.
 *
 * @param actorIds sorted; more than one when a dictionary gives the phrase to several
 */
public record OwnedPhrase(Phrase phrase, List<String> actorIds) implements Serializable {
  public OwnedPhrase {
    actorIds = actorIds.stream().sorted().distinct().toList();
  }
}
