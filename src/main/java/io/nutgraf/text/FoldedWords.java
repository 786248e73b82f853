package io.nutgraf.text;

import java.util.ArrayList;
import java.util.List;

/** The words of a text as {@link Tokens} compares them, spelled out. */
public final class FoldedWords {
  private FoldedWords() {}

  /** In lower case, without accents, apostrophes and possessive endings; "U.S." is "us". */
  public static List<String> of(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i)) {
        words.add(folded(tokens.surface(i, i)));
      }
    }
    return words;
  }

  private static String folded(String word) {
    StringBuilder folded = new StringBuilder();
    word.codePoints()
        .mapToObj(FoldedLetters::fold)
        .filter(letters -> !letters.equals(FoldedLetters.NONE))
        .forEach(folded::append);
    return folded.toString();
  }
}
