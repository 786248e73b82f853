package io.nutgraf.text;

import java.util.ArrayList;
import java.util.List;

/** Tries every phrase at every place: the slow and plain reference. */
final class ObviousMatcher {
  private ObviousMatcher() {}

  static List<String> find(List<String> phrases, String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<String> found = new ArrayList<>();
    int first = 0;
    while (first < tokens.size()) {
      int longest = 0;
      for (String phrase : phrases) {
        if (standsAt(phrase, tokens, first)) {
          longest = Math.max(longest, counted(phrase).size());
        }
      }
      if (longest > 0) {
        found.add(tokens.surface(first, first + longest - 1));
      }
      first += Math.max(1, longest);
    }
    return found;
  }

  private record Word(long hash, long capitals) {}

  private static List<Word> counted(String phrase) {
    Tokens tokens = new Tokens();
    tokens.read(phrase);
    List<Word> words = new ArrayList<>();
    for (int i = PhraseMatcher.firstWord(tokens); i <= PhraseMatcher.lastWord(tokens); i++) {
      words.add(new Word(tokens.hash(i), tokens.capitals(i)));
    }
    return words;
  }

  private static boolean standsAt(String phrase, Tokens tokens, int first) {
    List<Word> words = counted(phrase);
    if (words.isEmpty() || first + words.size() > tokens.size()) {
      return false;
    }
    CaseRule rule = CaseRule.of(phrase);
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      long capitals = tokens.capitals(first + i);
      boolean isCaseRight =
          switch (rule) {
            case ANY -> true;
            case CAPITALISED -> i > 0 || (capitals & 1) == 1;
            case CAPITALS -> (word.capitals() & 1) == 0 || (capitals & 1) == 1;
            case EXACT -> word.capitals() == capitals;
          };
      if (tokens.hash(first + i) != word.hash() || !isCaseRight) {
        return false;
      }
    }
    return true;
  }
}
