package io.nutgraf.corpus;

import java.io.IOException;

/** Compressed bytes that cannot be decompressed, as against a disk or network that failed. */
final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String message) {
    super(message);
  }
}
