package io.nutgraf.duplicate;

import io.nutgraf.text.HashOrder;
import io.nutgraf.text.ShingleBytes;
import java.util.Iterator;
import java.util.stream.LongStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;

/**
 * (keys) -> the hashes of those of one paragraph that are of no bucket over the cap, a row each:
 * for few paragraphs.
 */
record HashesOfKeys(CrowdedKeys crowded) implements FlatMapFunction<Row, Long> {

  @Override
  public Iterator<Long> call(Row keys) {
    return LongStream.of(ShingleBytes.toLongs(keys.getAs(0)))
        .filter(key -> !crowded.has(key))
        .map(HashOrder::bitsOf)
        .iterator();
  }
}
