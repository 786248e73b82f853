package io.nutgraf.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A version made of what is in it: changes with the content, and with nothing else. */
final class ContentVersion {
  private static final int CHARACTERS = 16;

  private ContentVersion() {}

  /** The start of the SHA-256 of what the content prints as. */
  static String of(Iterable<?>... contents) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Iterable<?> content : contents) {
        for (Object part : content) {
          digest.update(part.toString().getBytes(UTF_8));
          digest.update((byte) '\n');
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256", e);
    }
  }
}
