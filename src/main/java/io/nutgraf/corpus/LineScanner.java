package io.nutgraf.corpus;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a range of a file: every line that starts in it, also when it ends behind it. A line
 * ends with LF or CRLF; the end of the last one is optional.
 */
final class LineScanner extends RecordScanner {
  private final long end;

  /**
   * @param offset of the first byte of the stream, which must be the start of a line
   * @param end lines that start here or later are left to the next range
   */
  LineScanner(InputStream in, long offset, long end, int maxRecordBytes) {
    super(in, offset, maxRecordBytes);
    this.end = end;
  }

  @Override
  int findEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  @Override
  RawRecord next() throws IOException {
    return offset() < end ? super.next() : null;
  }

  /** Goes on to the start of the next line. */
  void skipLine() throws IOException {
    super.next();
  }
}
