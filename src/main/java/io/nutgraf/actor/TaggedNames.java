package io.nutgraf.actor;

import io.nutgraf.text.FoldedWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which actors the names may mean that the tagger found.
 *
 * <p>The id of an actor is made from its name, so that it is the same in every article and every
 * night. A dictionary's actor with that id, or with a name that differs in titles and initials
 * only, is the one meant.
 */
final class TaggedNames {
  static final String PERSON_ID = "person:";
  static final String ORGANISATION_ID = "org:";

  private final Dictionary dictionary;
  private final Map<String, Set<String>> personsByName = new HashMap<>();

  TaggedNames(Dictionary dictionary) {
    this.dictionary = dictionary;
    for (OwnedPhrase owned : dictionary.phrases()) {
      for (String id : owned.actorIds()) {
        if (dictionary.actor(id).isPerson()) {
          PersonName name = PersonName.of(owned.phrase().text());
          if (name.isFull()) {
            personsByName.computeIfAbsent(name.key(), key -> new TreeSet<>()).add(id);
          }
        }
      }
    }
  }

  /** Sorted; more than one when the dictionary has several of that name. */
  List<String> persons(PersonName name) {
    Set<String> known = personsByName.get(name.key());
    return known != null
        ? List.copyOf(known)
        : unlessOtherType(PERSON_ID + name.key(), DictionaryActor.PERSON);
  }

  List<String> organisations(String name) {
    String id = organisationId(name);
    return id.equals(ORGANISATION_ID)
        ? List.of()
        : unlessOtherType(id, DictionaryActor.ORGANISATION);
  }

  /** The id that an organisation of this name has; nothing but the prefix for no words. */
  static String organisationId(String name) {
    List<String> words = FoldedWords.of(name);
    boolean isArticle = words.size() > 1 && words.get(0).equals("the");
    return ORGANISATION_ID + String.join("-", isArticle ? words.subList(1, words.size()) : words);
  }

  private List<String> unlessOtherType(String id, String type) {
    DictionaryActor known = dictionary.actor(id);
    return known == null || known.type().equals(type) ? List.of(id) : List.of();
  }
}
