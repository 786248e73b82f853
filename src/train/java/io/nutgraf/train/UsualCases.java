package io.nutgraf.train;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Whether a word is mostly written small or with a capital, inside of sentences. */
final class UsualCases {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}.]+");
  private static final Pattern FULL_STOPS = Pattern.compile("\\.+$");
  private static final int MIN_COUNT = 4;

  /** For each lower-cased word the counts of small and of capital first letters. */
  private final Map<String, int[]> counts = new HashMap<>();

  UsualCases(List<LabelledText> texts) {
    for (LabelledText text : texts) {
      boolean startsSentence = true;
      for (String word : BETWEEN_WORDS.split(text.text())) {
        String bare = FULL_STOPS.matcher(word).replaceAll("");
        if (!startsSentence && !bare.isEmpty() && Character.isLetter(bare.charAt(0))) {
          boolean isCapital = Character.isUpperCase(bare.charAt(0));
          counts
              .computeIfAbsent(bare.toLowerCase(Locale.ROOT), w -> new int[2])[isCapital ? 1 : 0]++;
        }
        startsSentence = word.endsWith(".");
      }
    }
    counts.values().removeIf(count -> count[0] + count[1] < MIN_COUNT);
  }

  Iterable<String> words() {
    return counts.keySet();
  }

  /** 0 unknown, 1 small, 2 both, 3 capital. */
  int level(String word) {
    int[] count = counts.get(word);
    if (count == null) {
      return 0;
    }
    double capital = (double) count[1] / (count[0] + count[1]);
    return capital < 0.1 ? 1 : capital < 0.9 ? 2 : 3;
  }
}
