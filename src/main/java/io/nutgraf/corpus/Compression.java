package io.nutgraf.corpus;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.HexFormat;
import java.util.Locale;

/** How a file is compressed, told by its name alone. */
enum Compression {
  NONE(""),
  GZIP(".gz"),
  ZSTD(".zst");

  private final String suffix;

  Compression(String suffix) {
    this.suffix = suffix;
  }

  static Compression ofFileName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(GZIP.suffix) ? GZIP : lower.endsWith(ZSTD.suffix) ? ZSTD : NONE;
  }

  /** The file name without the suffix of this compression. */
  String strip(String name) {
    return name.substring(0, name.length() - suffix.length());
  }

  /** The plain bytes of a stream; closing the result closes the stream. */
  InputStream open(InputStream stored) throws IOException {
    return switch (this) {
      case NONE -> stored;
      case GZIP -> new GzipInput(stored);
      case ZSTD -> new ZstdInputStreamNoFinalizer(checkZstdMagic(stored));
    };
  }

  /** A frame starts with FD2FB528, a skippable one with 184D2A5?, both little-endian (RFC 8878). */
  private static InputStream checkZstdMagic(InputStream stored) throws IOException {
    PushbackInputStream in = new PushbackInputStream(stored, 4);
    byte[] magic = in.readNBytes(4);
    String hex = HexFormat.of().formatHex(magic);
    if (!hex.equals("28b52ffd") && !hex.matches("5.2a4d18")) {
      throw new DamagedFileException(
          magic.length == 0
              ? "the file is empty"
              : "it is not zstd: it starts with the bytes "
                  + HexFormat.ofDelimiter(" ").formatHex(magic));
    }
    in.unread(magic);
    return in;
  }
}
