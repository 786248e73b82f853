package io.nutgraf.duplicate;

import io.nutgraf.text.BlockedBloomFilter;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/**
 * (paragraph key, words, shingles) -> {@link KeyBlocks} of the keys that a new paragraph may have,
 * marked as known; but for those of buckets that were over the cap. Most paragraphs have not one
 * such shingle, and others few: theirs are not put in order.
 */
record KnownKeysInPartition(
    CandidateKeys keys,
    OverlapFilter filter,
    Broadcast<HashOrder> order,
    Broadcast<BlockedBloomFilter> newKeys,
    CrowdedKeys crowded,
    int groups)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> sets) {
    BlockedBloomFilter wanted = newKeys.value();
    return new KeyBlocks(sets, groups) {
      @Override
      void addKeys(long paragraph, int words, byte[] shingles) {
        RankedSet ranked =
            RankedSet.ofWanted(
                shingles, hash -> wanted.mightContain(HashOrder.bitsOf(hash)), keys, order.value());
        for (int i = 0; i < ranked.prefix(); i++) {
          if (!crowded.has(ranked.key(i))) {
            add(ranked.key(i), OverlapFilter.known(ranked.place(i, words, filter)), paragraph);
          }
        }
      }
    };
  }
}
