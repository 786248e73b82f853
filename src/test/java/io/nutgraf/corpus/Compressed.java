package io.nutgraf.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;

/** Compressed bytes for tests. */
final class Compressed {
  private Compressed() {}

  static byte[] gzip(String text) throws IOException {
    return gzip(text.getBytes(UTF_8));
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(plain);
    }
    return bytes.toByteArray();
  }

  /** One frame with a checksum, as the zstd command writes. */
  static byte[] zstd(String text) {
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      context.setChecksum(true);
      context.setLevel(Zstd.defaultCompressionLevel());
      return context.compress(text.getBytes(UTF_8));
    }
  }

  static byte[] join(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }
}
