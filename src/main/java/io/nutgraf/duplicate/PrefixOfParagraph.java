package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.ShingleBytes;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;

/**
 * (shingles) -> the hashes that are keys of one paragraph and of no bucket over the cap, a row
 * each: for few paragraphs.
 */
record PrefixOfParagraph(CandidateKeys keys, Broadcast<HashOrder> order, CrowdedKeys crowded)
    implements FlatMapFunction<Row, Long> {

  @Override
  public Iterator<Long> call(Row set) {
    long[] ranks = order.value().ranks(keys.hashes(ShingleBytes.toLongs(set.getAs(0))));
    return Arrays.stream(ranks)
        .limit(keys.prefix(ranks.length))
        .filter(rank -> !crowded.has(rank))
        .map(HashOrder::bitsOfRanked)
        .iterator();
  }
}
