package io.nutgraf.paragraph;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import org.apache.spark.unsafe.types.UTF8String;

/** {@code paragraph_id(h1, h2)}: the two halves of a hash as 32 hex digits. */
public final class ParagraphIdFunction extends CatalogFunction<UTF8String> {
  static final String NAME = "paragraph_id";

  private static final byte[] HEX_DIGITS = "0123456789abcdef".getBytes(US_ASCII);

  ParagraphIdFunction() {
    super(
        NAME,
        "(h1, h2): the two halves of a paragraph's hash as 32 hex digits",
        StringType,
        LongType,
        LongType);
  }

  /** Called by generated code. */
  public static UTF8String invoke(long h1, long h2) {
    byte[] hex = new byte[32];
    for (int i = 0; i < 16; i++) {
      int shift = 60 - 4 * i;
      hex[i] = HEX_DIGITS[(int) (h1 >>> shift) & 0xF];
      hex[16 + i] = HEX_DIGITS[(int) (h2 >>> shift) & 0xF];
    }
    return UTF8String.fromBytes(hex);
  }
}
