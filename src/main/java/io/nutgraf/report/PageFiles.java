package io.nutgraf.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page's own style and scripts, which travel in the jar. */
final class PageFiles {
  private PageFiles() {}

  static String style() {
    return read("page.css");
  }

  /** D3 by Mike Bostock, under the ISC licence, whose notice goes with every copy. */
  static String library() {
    return "/*\n" + read("d3.LICENSE.txt") + "*/\n" + read("d3.min.js");
  }

  static String script() {
    return read("network.js") + read("timeline.js");
  }

  /** The name by which a content security policy allows exactly this script. */
  static String fingerprint(String script) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static String read(String name) {
    try (InputStream in = PageFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar has no io/nutgraf/report/" + name);
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("io/nutgraf/report/" + name + " cannot be read", e);
    }
  }
}
