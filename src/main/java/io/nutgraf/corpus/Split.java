package io.nutgraf.corpus;

import java.io.Serializable;

/**
 * A part of a file that is read in one go: of an uncompressed JSON-lines file the lines that start
 * in it, of any other file the whole.
 *
 * @param start first byte
 * @param end one past the last byte; {@link Long#MAX_VALUE} for the rest of the file
 */
record Split(InputFile file, long start, long end) implements Serializable {

  static Split whole(InputFile file) {
    return new Split(file, 0, Long.MAX_VALUE);
  }
}
