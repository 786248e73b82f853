package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import java.util.Iterator;
import java.util.stream.IntStream;
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
    RankedSet ranked = RankedSet.of(set.getAs(0), keys, order.value());
    return IntStream.range(0, ranked.prefix())
        .mapToLong(ranked::key)
        .filter(key -> !crowded.has(key))
        .map(HashOrder::bitsOfRanked)
        .iterator();
  }
}
