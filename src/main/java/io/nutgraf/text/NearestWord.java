package io.nutgraf.text;

import java.util.Collection;
import java.util.Comparator;

/** The word of a list that was most likely meant: the one at the smallest edit distance. */
public final class NearestWord {
  private NearestWord() {}

  /** Of equally near words, the first in alphabetical order. The list must not be empty. */
  public static String of(String word, Collection<String> words) {
    return words.stream()
        .min(
            Comparator.comparingInt((String other) -> distance(word, other))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /** Levenshtein's distance: letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
