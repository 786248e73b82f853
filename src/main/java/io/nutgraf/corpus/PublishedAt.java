package io.nutgraf.corpus;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a time of publication in the usual forms:
 *
 * <ul>
 *   <li>ISO 8601 with offset or zone ({@code 2007-09-10T12:30:00+02:00}, {@code 2007-09-10
 *       12:30Z}), or without: then in the given zone; a blank may stand for the T
 *   <li>a day ({@code 2007-09-10}, {@code 20070910}): its start in the given zone
 *   <li>a number of nine digits or more: seconds since 1970 when below 10^11, milliseconds when
 *       below 10^14. Shorter numbers are refused: they would silently give the early seventies
 *   <li>RFC 1123 ({@code Mon, 10 Sep 2007 12:30:00 GMT})
 * </ul>
 *
 * Only years 1 to 9999 are taken.
 */
final class PublishedAt {
  static final String FORMS =
      "ISO 8601 (2007-09-10T12:30:00Z, 2007-09-10 12:30, 2007-09-10), epoch seconds or"
          + " milliseconds, RFC 1123 (Mon, 10 Sep 2007 12:30:00 GMT)";

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d*)?([eE]\\+?\\d{1,2})?");
  private static final Pattern BASIC_DAY = Pattern.compile("\\d{8}");
  private static final BigDecimal SMALLEST = BigDecimal.TEN.pow(8);
  private static final BigDecimal MILLISECONDS = BigDecimal.TEN.pow(11);
  private static final BigDecimal LIMIT = BigDecimal.TEN.pow(14);

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[ ]")
          .optionalStart()
          .appendOffset("+HH:MM:ss", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .appendPattern("['['VV']'][VV]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;

  PublishedAt(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * @throws DateTimeException if the value is in none of the forms
   */
  Instant parse(String value) {
    String trimmed = value.strip();
    Instant instant;
    if (BASIC_DAY.matcher(trimmed).matches()) {
      instant = startOf(LocalDate.parse(trimmed, DateTimeFormatter.BASIC_ISO_DATE));
    } else if (NUMBER.matcher(trimmed).matches()) {
      instant = ofEpoch(new BigDecimal(trimmed));
    } else if (!trimmed.isEmpty() && Character.isLetter(trimmed.charAt(0))) {
      instant = ZonedDateTime.parse(trimmed, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } else {
      instant = ofIso(trimmed);
    }
    int year = instant.atZone(zone).getYear();
    if (year < 1 || year > 9999) {
      throw new DateTimeException("year " + year + " is not within 1 to 9999");
    }
    return instant;
  }

  private Instant ofIso(String value) {
    TemporalAccessor time =
        ISO.parseBest(value, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
    if (time instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    return time instanceof LocalDateTime local
        ? local.atZone(zone).toInstant()
        : startOf((LocalDate) time);
  }

  /** The start of a day in the given zone. */
  Instant startOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static Instant ofEpoch(BigDecimal number) {
    BigDecimal size = number.abs();
    if (size.compareTo(SMALLEST) < 0 || size.compareTo(LIMIT) >= 0) {
      throw new DateTimeException("a number of seconds or milliseconds has 9 to 14 digits");
    }
    BigDecimal micros = number.movePointRight(size.compareTo(MILLISECONDS) < 0 ? 6 : 3);
    long whole = micros.longValue();
    return Instant.ofEpochSecond(
        Math.floorDiv(whole, 1_000_000L), Math.floorMod(whole, 1_000_000L) * 1_000L);
  }
}
