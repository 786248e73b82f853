package io.nutgraf.corpus;

import com.github.luben.zstd.ZstdIOException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Decompresses a file once to nothing, so that a damaged one is known before its first record is
 * taken. A zstd frame without a checksum (the zstd command writes one, some libraries do not) shows
 * only damage that breaks its structure.
 *
 * @param maxRatio decompressed bytes by stored bytes
 */
record ProbeCompressed(int maxRatio) {
  /** Below this no ratio is too high. */
  private static final long HARMLESS_BYTES = 64L << 20;

  /**
   * Reads the stream to its end or until it is too much, and closes it.
   *
   * @param stored the bytes of the file as they are stored
   */
  void check(InputFile file, InputStream stored) throws IOException, RejectedException {
    long limit = Math.max(HARMLESS_BYTES, file.length() * maxRatio);
    byte[] block = new byte[1 << 16];
    long bytes = 0;
    try (stored;
        InputStream plain = file.compression().open(stored)) {
      for (int n = plain.read(block); n >= 0; n = plain.read(block)) {
        bytes += n;
        if (bytes > limit) {
          throw new RejectedException(
              Reason.COMPRESSION_BOMB,
              "%d stored bytes decompress to more than %d, over %d times as much; if it is meant, raise the ratio"
                  .formatted(file.length(), limit, maxRatio));
        }
      }
    } catch (DamagedFileException | ZstdIOException e) {
      throw new RejectedException(
          file.compression() == Compression.GZIP ? Reason.DAMAGED_GZIP : Reason.DAMAGED_ZSTD,
          "%s. None of it was read; get it again".formatted(e.getMessage()));
    }
  }
}
