package io.nutgraf.train;

import java.util.Locale;
import java.util.Set;

/** The same text as a headline or in letters of one size; names stay where they are. */
final class Variants {
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "from", "and", "or",
          "but", "as", "is", "s");

  private Variants() {}

  static LabelledText upperCased(LabelledText text) {
    StringBuilder out = new StringBuilder();
    text.text().chars().forEach(c -> out.append(Character.toUpperCase((char) c)));
    return text.withText(out.toString());
  }

  static LabelledText lowerCased(LabelledText text) {
    StringBuilder out = new StringBuilder();
    text.text().chars().forEach(c -> out.append(Character.toLowerCase((char) c)));
    return text.withText(out.toString());
  }

  static LabelledText titleCased(LabelledText text) {
    StringBuilder out = new StringBuilder(text.text());
    for (int at = 0; at < out.length(); ) {
      int end = at;
      while (end < out.length() && Character.isLetter(out.charAt(end))) {
        end++;
      }
      if (end > at && !SMALL.contains(out.substring(at, end).toLowerCase(Locale.ROOT))) {
        out.setCharAt(at, Character.toUpperCase(out.charAt(at)));
      }
      at = end + 1;
    }
    return text.withText(out.toString());
  }
}
