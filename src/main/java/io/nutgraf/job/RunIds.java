package io.nutgraf.job;

import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/** Names runs so that they sort by when they started and never meet. */
final class RunIds {
  private static final DateTimeFormatter STARTED =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final SecureRandom RANDOM = new SecureRandom();

  private RunIds() {}

  /** For example {@code 20240502T020000Z-night-2024-05-01-9f3a61c2}. */
  static String next(String what) {
    byte[] suffix = new byte[4];
    RANDOM.nextBytes(suffix);
    return "%s-%s-%s"
        .formatted(
            STARTED.format(ZonedDateTime.now(ZoneOffset.UTC)),
            what,
            HexFormat.of().formatHex(suffix));
  }
}
