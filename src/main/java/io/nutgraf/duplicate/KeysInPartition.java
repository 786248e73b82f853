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
    return new KeyBlocks(sets, keys, filter, order.value(), groups) {
      @Override
      boolean meets(long rank) {
        return !HashOrder.isAlone(rank) && !crowded.has(rank);
      }
    };
  }
}
