package io.nutgraf.actor;

import io.nutgraf.text.FoldedWords;
import io.nutgraf.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's name without what comes and goes: titles before it, initials inside it, "Jr." and
 * "III" after it, case, accents and possessives. "Sen. John F. Kerry" and "John Kerry" are one.
 *
 * @param parts in lower case, from given name to surname; a hyphen inside stays ("ki-moon")
 */
record PersonName(List<String> parts) {

  static PersonName of(String written) {
    List<String> parts = new ArrayList<>();
    // "J.K. Rowling" is "J. K. Rowling".
    for (String part : written.replaceAll("(?<=\\.)(?=\\p{L}\\.)", " ").split("[\\s,]+")) {
      String folded = String.join("-", FoldedWords.of(part));
      if (!folded.isEmpty()) {
        parts.add(folded);
      }
    }
    while (parts.size() > 1 && isTitle(parts.get(0))) {
      parts.remove(0);
    }
    while (parts.size() > 1 && Surnames.isSuffix(parts.get(parts.size() - 1))) {
      parts.remove(parts.size() - 1);
    }
    if (parts.size() > 2 && !isInitial(parts.get(0))) {
      parts.subList(1, parts.size() - 1).removeIf(PersonName::isInitial);
    }
    return new PersonName(List.copyOf(parts));
  }

  /** More than a bare surname or given name. */
  boolean isFull() {
    return parts.size() > 1;
  }

  String surname() {
    return parts.isEmpty() ? "" : parts.get(parts.size() - 1);
  }

  /** The name in one word, as it stands in an actor's id. */
  String key() {
    return String.join("-", parts);
  }

  private static boolean isTitle(String part) {
    return !part.contains("-") && Titles.isPartOfTitle(Tokens.hashOf(part));
  }

  private static boolean isInitial(String part) {
    return part.length() == 1;
  }
}
