package io.nutgraf.corpus;

import java.io.Closeable;
import java.io.IOException;
import org.apache.spark.sql.Row;

/** The rows of one split, one after the other, the summary last. */
interface SplitRows extends Closeable {

  /** The next row, or null when there is none. */
  Row next() throws IOException;
}
