package io.nutgraf.cooccurrence;

import java.util.Locale;

/** The spans of time that associations are measured over. */
public enum TimeWindow {
  /** All of the corpus at once. */
  WHOLE,
  DAY,
  /** From Monday, as ISO 8601 has it. */
  WEEK,
  MONTH;

  /** As the {@code window} column has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
