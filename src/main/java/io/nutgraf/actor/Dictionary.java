package io.nutgraf.actor;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All dictionaries of a run as one: actors, and the phrases that name them.
 *
 * <p>Immutable. Travels to the executors as a broadcast; what is needed to find the phrases is
 * built there on first use, once for each copy of it in a JVM.
 */
public final class Dictionary implements Serializable {
  private static final long serialVersionUID = 1L;

  private final TreeMap<String, DictionaryActor> actors;
  private final OwnedPhrase[] phrases;
  private transient volatile DictionaryIndex index;

  Dictionary(Map<String, DictionaryActor> actors, List<OwnedPhrase> phrases) {
    this.actors = new TreeMap<>(actors);
    this.phrases = phrases.toArray(OwnedPhrase[]::new);
  }

  /** Puts dictionaries together; an earlier one has precedence over the later. */
  public static Dictionary of(List<DictionaryFile> files) {
    DictionaryBuilder builder = new DictionaryBuilder();
    files.forEach(builder::add);
    return builder.build();
  }

  /** The actor with this id; null when there is none. */
  public DictionaryActor actor(String id) {
    return actors.get(id);
  }

  /** Every actor by its id, in the order of the ids. */
  public Map<String, DictionaryActor> actors() {
    return Collections.unmodifiableMap(actors);
  }

  /** Every phrase, those of earlier dictionaries first. */
  public List<OwnedPhrase> phrases() {
    return List.of(phrases);
  }

  OwnedPhrase phrase(int number) {
    return phrases[number];
  }

  DictionaryIndex index() {
    DictionaryIndex built = index;
    if (built == null) {
      synchronized (this) {
        built = index;
        if (built == null) {
          built = new DictionaryIndex(this);
          index = built;
        }
      }
    }
    return built;
  }
}
