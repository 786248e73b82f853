package io.nutgraf.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings names of different origin to one convention. */
final class Names {
  private static final Pattern LEADING =
      Pattern.compile("^(?:(?:[Tt]he|THE|[Aa]n?)\\s+|[\\s\"'“”‘’`,(\\[-]+)");
  private static final Pattern TRAILING =
      Pattern.compile("(?:['’]\\s?[sS]|[\\s\"'“”‘’`,;:)\\]-]+)$");

  private Names() {}

  /** The name without a leading article, quotes and a possessive ending, if anything is left. */
  static Optional<Name> trimmed(String text, int start, int end, String label) {
    int from = start;
    int to = end;
    while (from < to) {
      String name = text.substring(from, to);
      Matcher trailing = TRAILING.matcher(name);
      Matcher leading = LEADING.matcher(name);
      if (trailing.find()) {
        to = from + trailing.start();
      } else if (leading.find()) {
        from += leading.end();
      } else {
        return Optional.of(new Name(from, to, label));
      }
    }
    return Optional.empty();
  }

  /** The longest of overlapping names, in the order of the text. */
  static List<Name> outermost(List<Name> names) {
    List<Name> byLength = new ArrayList<>(names);
    byLength.sort(
        Comparator.comparingInt((Name name) -> name.start() - name.end())
            .thenComparingInt(Name::start));
    List<Name> kept = new ArrayList<>();
    for (Name name : byLength) {
      if (kept.stream().noneMatch(name::overlaps)) {
        kept.add(name);
      }
    }
    kept.sort(Comparator.comparingInt(Name::start));
    return kept;
  }
}
