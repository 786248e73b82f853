package io.nutgraf.actor;

import io.nutgraf.text.FoldedWords;
import io.nutgraf.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A person's name without what comes and goes: titles before it, initials inside it, "Jr." and
 * "III" after it, case, accents and possessives. "Sen. John F. Kerry" and "John Kerry" are one.
 *
 * @param parts in lower case, from given name to surname; a hyphen inside stays ("ki-moon")
 */
record PersonName(List<String> parts) {
  private static final Pattern BETWEEN_INITIALS = Pattern.compile("(?<=\\.)(?=\\p{L}\\.)");

  static PersonName of(String written) {
    // "J.K. Rowling" is "J. K. Rowling".
    String text = BETWEEN_INITIALS.matcher(written).replaceAll(" ");
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<String> parts = new ArrayList<>();
    int previousEnd = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isWord(i) || (parts.isEmpty() && isTitle(tokens, i))) {
        continue;
      }
      String word = FoldedWords.word(tokens, i);
      boolean isHyphened =
          !parts.isEmpty() && text.substring(previousEnd, tokens.start(i)).equals("-");
      if (isHyphened) {
        parts.set(parts.size() - 1, parts.get(parts.size() - 1) + "-" + word);
      } else {
        parts.add(word);
      }
      previousEnd = tokens.end(i);
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

  private static boolean isTitle(Tokens tokens, int token) {
    return token + 1 < tokens.size() && Titles.isPartOfTitle(tokens.hash(token));
  }

  private static boolean isInitial(String part) {
    return part.length() == 1;
  }
}
