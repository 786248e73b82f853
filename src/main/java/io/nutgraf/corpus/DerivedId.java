package io.nutgraf.corpus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An identifier for an article that brings none: the first 32 hex digits of a SHA-256, so that
 * anybody can recompute it. Of the url if there is one, else of source, title and text joined by
 * NUL (which no cleaned field holds), null counting as empty.
 */
final class DerivedId {
  private static final int BYTES = 16;

  private DerivedId() {}

  static String of(String url, String source, String title, String text) {
    return url != null
        ? of(url)
        : of(String.join("\0", emptyIfNull(source), emptyIfNull(title), text));
  }

  static String of(String key) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256, but not this one", e);
    }
  }

  private static String emptyIfNull(String value) {
    return value == null ? "" : value;
  }
}
