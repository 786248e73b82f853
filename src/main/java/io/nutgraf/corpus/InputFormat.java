package io.nutgraf.corpus;

import java.util.Locale;
import java.util.Optional;

/** How the records of a file are laid out. */
public enum InputFormat {
  /** By file name: .jsonl .ndjson .json .csv .parquet .txt, each also with .gz or .zst. */
  AUTO,
  /** One JSON object a line. */
  JSONL,
  /** RFC 4180 with a header; cells may hold line breaks. */
  CSV,
  /** Apache Parquet. */
  PARQUET,
  /** Plain text, the whole file one article. */
  TEXT;

  /** The name as options and tables show it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format that a file name tells, after .gz or .zst is taken off; empty when it tells none.
   */
  static Optional<InputFormat> ofFileName(String name) {
    String plain = Compression.ofFileName(name).strip(name);
    return switch (plain.substring(plain.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "jsonl", "ndjson", "json" -> Optional.of(JSONL);
      case "csv" -> Optional.of(CSV);
      case "parquet" -> Optional.of(PARQUET);
      case "txt" -> Optional.of(TEXT);
      default -> Optional.empty();
    };
  }
}
