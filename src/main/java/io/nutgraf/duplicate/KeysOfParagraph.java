package io.nutgraf.duplicate;

import io.nutgraf.table.ShingleKeys;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.ShingleBytes;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The keys of a paragraph, rarest first. */
final class KeysOfParagraph {
  private final int words;
  private final int shingles;
  private final long[] ranks;

  private KeysOfParagraph(int words, int shingles, long[] ranks) {
    this.words = words;
    this.shingles = shingles;
    this.ranks = ranks;
  }

  /** What {@link #of(Row)} takes, between the paragraph's own key and its signature. */
  static Dataset<Row> columns(Dataset<Row> shingleKeys) {
    return shingleKeys.select(
        ShingleKeys.PARAGRAPH_KEY,
        ShingleKeys.WORDS,
        ShingleKeys.N_SHINGLES,
        ShingleKeys.KEYS,
        ShingleKeys.SIGNATURE);
  }

  static KeysOfParagraph of(Row row) {
    return new KeysOfParagraph(row.getInt(1), row.getInt(2), ShingleBytes.toLongs(row.getAs(3)));
  }

  /** Chosen among shingles as {@link io.nutgraf.table.ShingleSets} has them. */
  static KeysOfParagraph choose(byte[] set, int words, CandidateKeys keys, HashOrder order) {
    long[] shingles = ShingleBytes.toLongs(set);
    return new KeysOfParagraph(words, shingles.length, order.ranksOfKeys(shingles, keys));
  }

  /** How many there are. */
  int size() {
    return ranks.length;
  }

  long key(int i) {
    return ranks[i];
  }

  /** Where the paragraph meets others by a key. */
  long place(int i, CandidateKeys keys, OverlapFilter filter) {
    return filter.place(shingles, words, keys.isPositional() ? i : 0);
  }
}
