package io.nutgraf.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** The rows of the splits of a task, streamed: one file is open and one record held at a time. */
final class TaskRows implements Iterator<Row>, Closeable {
  private final Iterator<Split> splits;
  private final SplitOpener opener;
  private Split split;
  private SplitRows rows;
  private Row next;

  TaskRows(Iterator<Split> splits, SplitOpener opener) {
    this.splits = splits;
    this.opener = opener;
  }

  /**
   * @throws UncheckedIOException naming the file, if the storage fails
   */
  @Override
  public boolean hasNext() {
    try {
      while (next == null && (rows != null || splits.hasNext())) {
        if (rows == null) {
          split = splits.next();
          rows = opener.open(split);
        }
        next = rows.next();
        if (next == null) {
          close();
        }
      }
      return next != null;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "File %s, from byte %d: cannot be read (%s); see to the storage and run again"
              .formatted(split.file().path(), split.start(), e.getMessage()),
          e);
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException("No split is left");
    }
    Row row = next;
    next = null;
    return row;
  }

  /** For a task that ends early: its outcome is decided, a file that does not close is no news. */
  void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      rows = null;
    }
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
      rows = null;
    }
  }
}
