package io.nutgraf.actor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code [CODE]}, {@code [CODE <date]}, {@code [CODE >date]}, {@code [CODE date-date]}. */
final class CameoCodes {
  static final String EXPECTED =
      "[CODE], [CODE <date], [CODE >date] or [CODE date-date] with dates YYYYMMDD or YYMMDD";

  private static final Pattern BLOCK = Pattern.compile("\\[([^\\[\\]]*)\\]");
  private static final Pattern CODE =
      Pattern.compile(
          "\\s*([A-Za-z][A-Za-z0-9/]*|---|\\+\\+\\+)"
              + "(?:\\s*([<>])\\s*(\\d+)|\\s+(\\d+)\\s*-\\s*(\\d+))?\\s*");
  private static final String NO_CODE = "---";

  private CameoCodes() {}

  /** Takes the blocks of a line in order; false when anything there is not one. */
  static boolean read(String blocks, List<Role> roles) {
    boolean isWellFormed = true;
    int end = 0;
    Matcher block = BLOCK.matcher(blocks);
    while (block.find()) {
      isWellFormed &= blocks.substring(end, block.start()).isBlank();
      isWellFormed &= readOne(block.group(1), roles);
      end = block.end();
    }
    return isWellFormed && blocks.substring(end).isBlank();
  }

  private static boolean readOne(String text, List<Role> roles) {
    Matcher parts = CODE.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    try {
      Role role = role(parts);
      boolean isForward =
          role.from() == null || role.to() == null || !role.from().isAfter(role.to());
      return isForward && roles.add(role);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static Role role(Matcher parts) {
    String code = parts.group(1).equals(NO_CODE) ? null : parts.group(1);
    if (parts.group(4) != null) {
      return new Role(
          null, code, PartialDates.cameo(parts.group(4)), PartialDates.cameo(parts.group(5)));
    }
    if (parts.group(2) == null) {
      return new Role(null, code, null, null);
    }
    LocalDate limit = PartialDates.cameo(parts.group(3));
    return parts.group(2).equals("<")
        ? new Role(null, code, null, limit)
        : new Role(null, code, limit, null);
  }
}
