package io.nutgraf.corpus;

import java.io.IOException;
import java.io.InputStream;

/** The whole file as one record, also when it is empty. */
final class WholeScanner extends RecordScanner {
  private final long start;
  private boolean isRead;

  WholeScanner(InputStream in, long offset, int maxRecordBytes) {
    super(in, offset, maxRecordBytes);
    this.start = offset;
  }

  @Override
  int findEnd(byte[] bytes, int from, int to) {
    return -1;
  }

  @Override
  RawRecord next() throws IOException {
    if (isRead) {
      return null;
    }
    isRead = true;
    RawRecord whole = super.next();
    return whole == null ? new RawRecord(start, new byte[0], 0) : whole;
  }
}
