package io.nutgraf.table;

import static org.apache.spark.sql.types.DataTypes.BinaryType;

import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * By which of its shingles a distinct paragraph can meet near copies. Kept beside {@link
 * ShingleSets}, because a night looks at the keys of all paragraphs, which are half of their
 * shingles, in their order.
 */
public final class ShingleKeys {
  public static final String PARAGRAPH_ID = ShingleSets.PARAGRAPH_ID;
  public static final String PARAGRAPH_KEY = ShingleSets.PARAGRAPH_KEY;
  public static final String WORDS = ShingleSets.WORDS;
  public static final String N_SHINGLES = ShingleSets.N_SHINGLES;
  public static final String KEYS = "keys";
  public static final String SIGNATURE = "signature";

  public static final Table TABLE =
      new Table(
          "shingle_keys",
          Table.Kind.KEPT,
          "a distinct paragraph that may have near copies",
          new StructType()
              .add(ShingleSets.TABLE.schema().apply(PARAGRAPH_ID))
              .add(ShingleSets.TABLE.schema().apply(PARAGRAPH_KEY))
              .add(ShingleSets.TABLE.schema().apply(WORDS))
              .add(ShingleSets.TABLE.schema().apply(N_SHINGLES))
              .add(
                  KEYS,
                  BinaryType,
                  true,
                  "Ranks of the shingles that are its keys, ascending: how many of the early"
                      + " paragraphs have it, then 54 bits of its hash; eight bytes each,"
                      + " little-endian")
              .add(
                  SIGNATURE,
                  BinaryType,
                  true,
                  "256 bits; each of its shingles has turned one of them over"),
          List.of(PARAGRAPH_ID));

  private ShingleKeys() {}
}
