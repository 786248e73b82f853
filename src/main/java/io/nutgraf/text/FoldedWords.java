package io.nutgraf.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as {@link Tokens} compares them, spelled out: in lower case, without accents,
 * apostrophes and possessive endings; "U.S." is "us".
 */
public final class FoldedWords {
  private FoldedWords() {}

  public static List<String> of(String text) {
    Tokens tokens = new Tokens();
    tokens.read(text);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.isWord(i)) {
        words.add(word(tokens, i));
      }
    }
    return words;
  }

  /** One of them. */
  public static String word(Tokens tokens, int token) {
    StringBuilder folded = new StringBuilder();
    tokens
        .surface(token, token)
        .codePoints()
        .mapToObj(FoldedLetters::fold)
        .filter(letters -> !letters.equals(FoldedLetters.NONE))
        .forEach(folded::append);
    return folded.toString();
  }
}
