package io.nutgraf.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers among the words of a normal form, so that "twelve" is "12". English only. */
final class NumberWords {
  /** "one" is left out: it is a pronoun more often than a number. */
  private static final List<String> SMALL =
      List.of(
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private static final List<String> TENS =
      List.of("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final Map<String, String> DIGITS = new HashMap<>();

  static {
    for (int i = 0; i < SMALL.size(); i++) {
      DIGITS.put(SMALL.get(i), Integer.toString(i + 2));
    }
    for (int i = 0; i < TENS.size(); i++) {
      DIGITS.put(TENS.get(i), Integer.toString(10 * (i + 3)));
    }
    DIGITS.put("dozen", "12");
    DIGITS.put("hundred", "100");
    DIGITS.put("thousand", "1000");
    DIGITS.put("million", "1000000");
    DIGITS.put("billion", "1000000000");
  }

  private NumberWords() {}

  /** The number as digits; the word itself when it has a digit; empty for any other word. */
  static String digits(String word) {
    if (word.chars().anyMatch(Character::isDigit)) {
      return word;
    }
    return DIGITS.getOrDefault(word, "");
  }
}
