package io.nutgraf.report;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers and times in words a reader knows. */
final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int HOURS_SHOWN = 48;

  private Words() {}

  static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  static String oneDecimal(double x) {
    return String.format(Locale.ROOT, "%,.1f", x);
  }

  static String count(long n, String one, String many) {
    return number(n) + " " + (n == 1 ? one : many);
  }

  /** A moment in UTC, to the minute. */
  static String moment(Instant at) {
    return at == null ? "no date" : MINUTE.format(at);
  }

  static String lag(Duration lag) {
    if (lag == null) {
      return "unknown";
    }
    if (lag.toMinutes() < 1) {
      return "under a minute";
    }
    if (lag.toHours() < 1) {
      return lag.toMinutes() + " min";
    }
    if (lag.toHours() < HOURS_SHOWN) {
      return lag.toHours() + " h " + lag.toMinutesPart() + " min";
    }
    return lag.toDays() + " d " + lag.toHoursPart() + " h";
  }

  /** How many times the raw count is the distinct one; a dash when there is none. */
  static String times(long raw, long distinct) {
    return distinct == 0 ? "–" : "× " + oneDecimal((double) raw / distinct);
  }
}
