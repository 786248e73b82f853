package io.nutgraf.actor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** Dates as dictionaries write them. An absent one is null; a wrong one a DateTimeException. */
final class PartialDates {
  private static final int LAST_YEAR_OF_THE_2000S = 30;

  private PartialDates() {}

  /** The first day of a year, month or day: {@code 2004}, {@code 2004-06}, {@code 2004-06-01}. */
  static LocalDate firstDay(String iso) {
    return switch (iso.length()) {
      case 0 -> null;
      case 4 -> Year.parse(iso).atDay(1);
      case 7 -> YearMonth.parse(iso).atDay(1);
      default -> LocalDate.parse(iso);
    };
  }

  /** The last day of it. */
  static LocalDate lastDay(String iso) {
    return switch (iso.length()) {
      case 0 -> null;
      case 4 -> Year.parse(iso).atMonth(12).atEndOfMonth();
      case 7 -> YearMonth.parse(iso).atEndOfMonth();
      default -> LocalDate.parse(iso);
    };
  }

  /** A CAMEO date, YYYYMMDD or YYMMDD, where 00 to 30 are in the 2000s. */
  static LocalDate cameo(String digits) {
    if (!digits.matches("\\d{6}|\\d{8}")) {
      throw new DateTimeException("not a date: " + digits);
    }
    int monthAt = digits.length() - 4;
    int year = Integer.parseInt(digits.substring(0, monthAt));
    if (monthAt == 2) {
      year += year <= LAST_YEAR_OF_THE_2000S ? 2000 : 1900;
    }
    int month = Integer.parseInt(digits.substring(monthAt, monthAt + 2));
    int day = Integer.parseInt(digits.substring(monthAt + 2));
    return LocalDate.of(year, month, day);
  }
}
