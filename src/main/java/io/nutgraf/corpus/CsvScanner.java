package io.nutgraf.corpus;

import java.io.InputStream;

/**
 * The records of a CSV file after RFC 4180: a line break between quotes belongs to the cell, a
 * doubled quote is a quote. A quote inside a cell that does not start with one is an ordinary
 * character. Records end with LF or CRLF.
 */
final class CsvScanner extends RecordScanner {
  private enum State {
    START_OF_CELL,
    PLAIN,
    QUOTED,
    /** Just after a quote in a quoted cell: its end, or the first of two. */
    AFTER_QUOTE
  }

  private State state = State.START_OF_CELL;

  CsvScanner(InputStream in, long offset, int maxRecordBytes) {
    super(in, offset, maxRecordBytes);
  }

  /** Whether the file ended between quotes; to be asked after the last record. */
  boolean isQuoteOpen() {
    return state == State.QUOTED;
  }

  @Override
  int findEnd(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      byte b = bytes[i];
      if (state == State.QUOTED) {
        state = b == '"' ? State.AFTER_QUOTE : State.QUOTED;
      } else if (b == '\n') {
        state = State.START_OF_CELL;
        return i;
      } else if (b == ',') {
        state = State.START_OF_CELL;
      } else if (b == '"' && state != State.PLAIN) {
        state = State.QUOTED;
      } else {
        state = State.PLAIN;
      }
    }
    return -1;
  }
}
