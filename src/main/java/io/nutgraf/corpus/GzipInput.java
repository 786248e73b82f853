package io.nutgraf.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The plain bytes of a gzip file of one member or several (RFC 1952).
 *
 * <p>Stricter than {@link java.util.zip.GZIPInputStream}, which takes a damaged second member for
 * the end of the file and so loses the rest without a word: here whatever follows a member must be
 * another member, zero padding or the end.
 */
final class GzipInput extends InputStream {
  private static final int HAS_HEADER_CRC = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private int position;
  private int limit;
  private int members;
  private boolean isInMember;
  private boolean isAtEnd;

  GzipInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /**
   * @throws DamagedFileException saying what is wrong and in which member
   */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!isAtEnd) {
      if (!isInMember) {
        isAtEnd = !startMember();
        continue;
      }
      int n = inflate(target, offset, length);
      if (n > 0) {
        crc.update(target, offset, n);
        return n;
      }
      if (inflater.finished()) {
        position = limit - inflater.getRemaining();
        endMember();
      } else if (inflater.needsInput() && fill()) {
        inflater.setInput(buffer, 0, limit);
      } else {
        throw new DamagedFileException("it ends inside member " + members);
      }
    }
    return -1;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      return inflater.inflate(target, offset, length);
    } catch (DataFormatException e) {
      throw new DamagedFileException("member %d: %s".formatted(members, e.getMessage()));
    }
  }

  private boolean startMember() throws IOException {
    int first = next();
    while (members > 0 && first == 0) {
      first = next();
    }
    if (first < 0) {
      if (members == 0) {
        throw new DamagedFileException("the file is empty");
      }
      return false;
    }
    int second = next();
    if (first != 0x1f || second != 0x8b) {
      String found = "%02x %02x".formatted(first, second & 0xff);
      throw new DamagedFileException(
          members == 0
              ? "it is not gzip: it starts with the bytes " + found
              : "after member %d come the bytes %s, not another member".formatted(members, found));
    }
    members++;
    skipHeader();
    inflater.reset();
    inflater.setInput(buffer, position, limit - position);
    crc.reset();
    isInMember = true;
    return true;
  }

  private void skipHeader() throws IOException {
    int method = need();
    int flags = need();
    if (method != 8) {
      throw new DamagedFileException(
          "member %d has the unknown method %d".formatted(members, method));
    }
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(need() | need() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipToZero();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipToZero();
    }
    if ((flags & HAS_HEADER_CRC) != 0) {
      skip(2);
    }
  }

  private void endMember() throws IOException {
    long wantedCrc = needInt();
    long wantedLength = needInt();
    if (wantedCrc != crc.getValue()) {
      throw new DamagedFileException(
          "the CRC-32 of member %d is %08x, not %08x as it says"
              .formatted(members, crc.getValue(), wantedCrc));
    }
    if (wantedLength != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw new DamagedFileException(
          "member %d holds %d bytes, not %d as it says"
              .formatted(members, inflater.getBytesWritten(), wantedLength));
    }
    isInMember = false;
  }

  private void skipToZero() throws IOException {
    while (need() != 0) {}
  }

  private void skip(int n) throws IOException {
    for (int i = 0; i < n; i++) {
      need();
    }
  }

  private long needInt() throws IOException {
    return need() | need() << 8 | need() << 16 | (long) need() << 24;
  }

  private int need() throws IOException {
    int next = next();
    if (next < 0) {
      throw new DamagedFileException("it ends inside member " + members);
    }
    return next;
  }

  private int next() throws IOException {
    return position < limit || fill() ? buffer[position++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
