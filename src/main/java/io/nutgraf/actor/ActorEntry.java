package io.nutgraf.actor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** An actor with its phrases, as one dictionary has it. */
public record ActorEntry(DictionaryActor actor, List<Phrase> phrases) {
  public ActorEntry {
    phrases = List.copyOf(phrases);
  }

  /** This entry with what another one of the same actor adds; this one's name and type stay. */
  ActorEntry with(ActorEntry other) {
    DictionaryActor merged =
        new DictionaryActor(
            actor.id(),
            actor.name(),
            actor.type(),
            actor.state() == null ? other.actor.state() : actor.state(),
            joined(actor.roles(), other.actor.roles()));
    return new ActorEntry(merged, joined(phrases, other.phrases));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    Set<T> joined = new LinkedHashSet<>(first);
    joined.addAll(second);
    return List.copyOf(joined);
  }
}
