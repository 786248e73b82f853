package io.nutgraf.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/** The bytes of one record without its line feed, and where they stand in the plain file. */
final class RawRecord {
  private final long offset;
  private final byte[] bytes;
  private final long length;

  /**
   * @param length of the record in the file; more than the bytes when it was too large to hold
   */
  RawRecord(long offset, byte[] bytes, long length) {
    this.offset = offset;
    this.bytes = bytes;
    this.length = length;
  }

  long offset() {
    return offset;
  }

  byte[] bytes() {
    return bytes;
  }

  long length() {
    return length;
  }

  boolean isWhole() {
    return bytes.length == length;
  }

  /** Nothing but blanks, tabs and line breaks. */
  boolean isBlank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return isWhole();
  }

  /**
   * The record as characters.
   *
   * @throws RejectedException {@link Reason#INVALID_UTF8} naming the first byte at fault
   */
  String decode() throws RejectedException {
    String fast = new String(bytes, StandardCharsets.UTF_8);
    if (fast.indexOf('\uFFFD') < 0) {
      return fast;
    }
    // Either the text has a replacement character of its own, or it was just put there.
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      return strict.decode(in).toString();
    } catch (CharacterCodingException e) {
      throw new RejectedException(
          Reason.INVALID_UTF8,
          "byte %d of the record (0x%02x) is not UTF-8; convert the file to UTF-8"
              .formatted(in.position(), bytes[in.position()]));
    }
  }
}
