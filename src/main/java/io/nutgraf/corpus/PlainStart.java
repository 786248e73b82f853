package io.nutgraf.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/**
 * The first bytes of a plain file: whether they can be UTF-8, and how long a byte order mark is.
 */
final class PlainStart {
  private static final int BYTES = 4;
  private static final String UTF8_MARK = "efbbbf";

  private PlainStart() {}

  /**
   * Reads up to four bytes.
   *
   * @return bytes of the UTF-8 byte order mark, 0 or 3
   * @throws RejectedException {@link Reason#NOT_UTF8} on a byte order mark of UTF-16 or UTF-32, or
   *     a NUL, which UTF-16 and UTF-32 show in the first four bytes of any text that starts with a
   *     letter of ASCII (RFC 4627, section 3)
   */
  static int check(InputStream plain) throws IOException, RejectedException {
    byte[] start = plain.readNBytes(BYTES);
    String hex = HexFormat.of().formatHex(start);
    boolean hasNul = false;
    for (byte b : start) {
      hasNul |= b == 0;
    }
    if (hasNul || hex.startsWith("fffe") || hex.startsWith("feff")) {
      throw new RejectedException(
          Reason.NOT_UTF8,
          "the file starts with the bytes %s: UTF-16, UTF-32 or binary; convert it to UTF-8"
              .formatted(HexFormat.ofDelimiter(" ").formatHex(start)));
    }
    return hex.startsWith(UTF8_MARK) ? 3 : 0;
  }
}
