package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** {@link KeysOfParagraph} -> (bucket, paragraph key, place), of buckets over the cap. */
record CrowdedPlaces(CandidateKeys keys, OverlapFilter filter, CrowdedKeys crowded)
    implements FlatMapFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Row row) {
    KeysOfParagraph own = KeysOfParagraph.of(row);
    return IntStream.range(0, own.size())
        .filter(i -> crowded.has(own.key(i)))
        .mapToObj(i -> RowFactory.create(own.key(i), row.getLong(0), own.place(i, keys, filter)))
        .iterator();
  }
}
