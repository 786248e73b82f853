package io.nutgraf.actor;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What an actor was for some time.
 *
 * @param office name of the office; null when the dictionary gives a code only
 * @param code code of the actor in that time; null for none
 * @param from first day, inclusive; null when open
 * @param to last day, inclusive; null when open
 */
public record Role(String office, String code, LocalDate from, LocalDate to)
    implements Serializable {

  public boolean isDated() {
    return from != null || to != null;
  }

  /** Both limits are inclusive. */
  public boolean covers(LocalDate day) {
    return (from == null || !day.isBefore(from)) && !hasEndedBy(day);
  }

  /** Whether its last day lies before. */
  public boolean hasEndedBy(LocalDate day) {
    return to != null && day.isAfter(to);
  }
}
