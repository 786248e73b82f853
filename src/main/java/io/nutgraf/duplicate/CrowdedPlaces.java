package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** (paragraph key, words, shingles) -> (bucket, paragraph key, place), of buckets over the cap. */
record CrowdedPlaces(
    CandidateKeys keys, OverlapFilter filter, Broadcast<HashOrder> order, CrowdedKeys crowded)
    implements FlatMapFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Row set) {
    RankedSet ranked = RankedSet.of(set.getAs(2), keys, order.value());
    int words = set.getInt(1);
    return IntStream.range(0, ranked.prefix())
        .filter(i -> crowded.has(ranked.key(i)))
        .mapToObj(
            i -> RowFactory.create(ranked.key(i), set.getLong(0), ranked.place(i, words, filter)))
        .iterator();
  }
}
