package io.nutgraf.actor;

import io.nutgraf.text.CommonWords;
import io.nutgraf.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The surnames of the dictionary's persons: the last part of the name between blanks, and of each
 * alias unless that is an everyday word ("UN chief"); also without an Arabic article ("al-Assad",
 * "Assad"), never "Jr." or "III". Chinese and Korean names have it first. A person whose full name
 * an earlier dictionary gives to somebody else has none, since that one is meant.
 */
final class Surnames {
  private static final Set<String> SUFFIXES = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv");

  /** States whose names are written with the surname first. */
  private static final Set<String> SURNAME_FIRST = Set.of("CHN", "HKG", "KOR", "MAC", "PRK", "TWN");

  private static final String ARABIC_ARTICLE = "(?i)(al|el|ad|as|an|ar)-";

  private Surnames() {}

  /** Whether a word in lower case only tells namesakes apart: "jr", "iii". */
  static boolean isSuffix(String word) {
    return SUFFIXES.contains(word);
  }

  /** Each surname with the ids of those who bear it. */
  static Map<String, Set<String>> of(Dictionary dictionary) {
    Set<String> ownName = new HashSet<>();
    for (OwnedPhrase owned : dictionary.phrases()) {
      if (owned.phrase().kind() == PhraseKind.FULL) {
        ownName.addAll(owned.actorIds());
      }
    }
    Map<String, Set<String>> bearers = new TreeMap<>();
    for (OwnedPhrase owned : dictionary.phrases()) {
      for (String id : owned.actorIds()) {
        if (ownName.contains(id) && dictionary.actor(id).isPerson()) {
          for (String surname : surnames(owned.phrase(), dictionary.actor(id).state())) {
            bearers.computeIfAbsent(surname, name -> new TreeSet<>()).add(id);
          }
        }
      }
    }
    return bearers;
  }

  private static Set<String> surnames(Phrase phrase, String state) {
    List<String> parts = List.of(phrase.text().strip().split("[\\s,]+"));
    int last = parts.size() - 1;
    while (last > 0 && isSuffix(parts.get(last).toLowerCase(Locale.ROOT))) {
      last--;
    }
    // A single name is a name in full.
    if (last < 1 || (phrase.kind() != PhraseKind.FULL && isEverydayWord(parts.get(last)))) {
      return Set.of();
    }
    boolean isSurnameFirst = state != null && SURNAME_FIRST.contains(state);
    String surname = parts.get(isSurnameFirst ? 0 : last).toLowerCase(Locale.ROOT);
    return new TreeSet<>(List.of(surname, surname.replaceFirst(ARABIC_ARTICLE, "")));
  }

  private static boolean isEverydayWord(String part) {
    Tokens tokens = new Tokens();
    tokens.read(part);
    return tokens.size() == 1 && CommonWords.isInstitutional(tokens.hash(0));
  }
}
