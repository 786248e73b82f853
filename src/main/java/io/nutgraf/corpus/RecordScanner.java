package io.nutgraf.corpus;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a stream into records and knows the byte offset of each. Holds one block and one record; of
 * a record over the cap it holds the first bytes and counts the rest.
 */
abstract class RecordScanner implements Closeable {
  private static final int BLOCK_BYTES = 1 << 16;
  private static final int LARGE_BYTES = 1 << 20;

  private final InputStream in;
  private final int maxRecordBytes;
  private final byte[] block = new byte[BLOCK_BYTES];
  private int position;
  private int limit;
  private long offset;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();

  /**
   * @param offset in the plain file of the first byte of the stream
   */
  RecordScanner(InputStream in, long offset, int maxRecordBytes) {
    this.in = in;
    this.offset = offset;
    this.maxRecordBytes = maxRecordBytes;
  }

  /** The index of the line feed that ends the record, or -1 if it goes on after {@code to}. */
  abstract int findEnd(byte[] bytes, int from, int to);

  /** The next record, or null when there is none. */
  RawRecord next() throws IOException {
    long start = offset;
    long length = 0;
    kept = kept.size() > LARGE_BYTES ? new ByteArrayOutputStream() : kept;
    kept.reset();
    while (position < limit || fill()) {
      int end = findEnd(block, position, limit);
      int stop = end < 0 ? limit : end;
      keep(stop - position);
      length += stop - position;
      int next = end < 0 ? limit : end + 1;
      offset += next - position;
      position = next;
      if (end >= 0) {
        return record(start, length);
      }
    }
    return offset == start ? null : record(start, length);
  }

  /** The offset of the byte after the last record. */
  long offset() {
    return offset;
  }

  private void keep(int n) {
    kept.write(block, position, Math.min(n, maxRecordBytes - kept.size()));
  }

  private RawRecord record(long start, long length) {
    byte[] bytes = kept.toByteArray();
    return new RawRecord(start, bytes, length);
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, in.read(block, 0, block.length));
    return limit > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
