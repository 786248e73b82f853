package io.nutgraf.text;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The word of a list that was most likely meant: the one at the smallest edit distance. */
public final class NearestWord {
  private NearestWord() {}

  /** Of equally near words, the first in alphabetical order. The list must not be empty. */
  public static String of(String word, Collection<String> words) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return words.stream()
        .min(
            Comparator.comparingInt((String other) -> distance.apply(word, other))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }
}
