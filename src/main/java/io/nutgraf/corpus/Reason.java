package io.nutgraf.corpus;

import java.util.Locale;

/** Why a record or a whole file was not taken in. */
public enum Reason {
  /** Not one whole JSON object: truncated, a list, a repeated key, something after its end. */
  BAD_JSON,
  /** A field holds a value of another type than it must. */
  WRONG_TYPE,
  /** The bytes of the record are not UTF-8. */
  INVALID_UTF8,
  /** The text is absent, null or blank. */
  MISSING_TEXT,
  /** The text, or the whole record, is larger than allowed. */
  ARTICLE_TOO_LARGE,
  /** The identifier is longer than 1024 characters. */
  BAD_ID,
  /** The time of publication is in none of the known forms. */
  BAD_PUBLISHED_AT,
  /** A CSV record has another number of cells than the header. */
  WRONG_COLUMNS,
  /** A CSV record opens a quote that is never closed. */
  UNCLOSED_QUOTE,
  /** A CSV record breaks RFC 4180 in another way. */
  BAD_CSV,
  /** Whole file: the header has no column for the text, or a name twice. */
  BAD_HEADER,
  /** Whole file: UTF-16, UTF-32 or binary. */
  NOT_UTF8,
  /** Whole file: damaged, truncated or not gzip. */
  DAMAGED_GZIP,
  /** Whole file: damaged, truncated or not zstd. */
  DAMAGED_ZSTD,
  /** Whole file: damaged, truncated or not Parquet. */
  DAMAGED_PARQUET,
  /** Whole file: decompresses to more than the cap allows. */
  COMPRESSION_BOMB,
  /** Whole file: its name tells no format. */
  UNKNOWN_FORMAT;

  /** The code as the quarantine table shows it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
