package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * (paragraph key, words, shingles) -> {@link KeyBlocks} of the keys that a new paragraph may have,
 * marked as known; but for those of buckets that were over the cap. Most paragraphs have not one
 * such shingle, which is found without putting theirs in order.
 */
record KnownKeysInPartition(
    CandidateKeys keys,
    OverlapFilter filter,
    Broadcast<HashOrder> order,
    Broadcast<BloomFilter> newKeys,
    CrowdedKeys crowded,
    int groups)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> sets) {
    BloomFilter wanted = newKeys.value();
    return new KeyBlocks(sets, keys, filter, order.value(), groups) {
      @Override
      boolean mayMeet(long[] hashes) {
        for (long hash : hashes) {
          if (wanted.mightContainLong(HashOrder.bitsOf(hash))) {
            return true;
          }
        }
        return false;
      }

      @Override
      boolean meets(long rank) {
        return wanted.mightContainLong(HashOrder.bitsOfRanked(rank)) && !crowded.has(rank);
      }

      @Override
      long marked(long place) {
        return OverlapFilter.known(place);
      }
    };
  }
}
