package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/**
 * (paragraph key, words, shingles) -> {@link KeyBlocks} of all keys that another can have, but for
 * those of buckets that are looked at by themselves.
 */
record KeysInPartition(
    CandidateKeys keys,
    OverlapFilter filter,
    Broadcast<HashOrder> order,
    CrowdedKeys crowded,
    int groups)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> sets) {
    return new KeyBlocks(sets, groups) {
      @Override
      void addKeys(long paragraph, int words, byte[] shingles) {
        RankedSet ranked = RankedSet.of(shingles, keys, order.value());
        for (int i = 0; i < ranked.prefix(); i++) {
          long key = ranked.key(i);
          if (!HashOrder.isAlone(key) && !crowded.has(key)) {
            add(key, ranked.place(i, words, filter), paragraph);
          }
        }
      }
    };
  }
}
