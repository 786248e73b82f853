package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.ShingleBytes;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Whether a paragraph may have a key that a new one has. Most have not one such shingle, which is
 * found without putting theirs in order.
 */
record MeetsNew(CandidateKeys keys, Broadcast<HashOrder> order, Broadcast<BloomFilter> newKeys)
    implements UDF1<byte[], Boolean> {

  @Override
  public Boolean call(byte[] shingles) {
    BloomFilter wanted = newKeys.value();
    long[] hashes = keys.hashes(ShingleBytes.toLongs(shingles));
    return hasOne(hashes, wanted) && hasKey(order.value().ranks(hashes), wanted);
  }

  private static boolean hasOne(long[] hashes, BloomFilter wanted) {
    for (long hash : hashes) {
      if (wanted.mightContainLong(HashOrder.bitsOf(hash))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasKey(long[] ranks, BloomFilter wanted) {
    for (int i = 0; i < keys.prefix(ranks.length); i++) {
      if (wanted.mightContainLong(HashOrder.bitsOfRanked(ranks[i]))) {
        return true;
      }
    }
    return false;
  }
}
