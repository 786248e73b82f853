package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashCounts;
import io.nutgraf.text.ShingleBytes;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;

/** (shingles, is early) -> the counts of a partition in pieces. Holds a sketch, or two. */
record CountInPartition(CandidateKeys keys, int slots) implements MapPartitionsFunction<Row, Row> {
  @Override
  public Iterator<Row> call(Iterator<Row> sets) {
    if (!sets.hasNext()) {
      return Collections.emptyIterator();
    }
    HashCounts early = new HashCounts(slots);
    HashCounts later = null;
    while (sets.hasNext()) {
      Row set = sets.next();
      HashCounts counts = early;
      if (!set.getBoolean(1)) {
        later = later == null ? new HashCounts(slots) : later;
        counts = later;
      }
      byte[] shingles = set.getAs(0);
      for (long hash : keys.hashes(ShingleBytes.toLongs(shingles))) {
        counts.add(hash);
      }
    }
    return SketchPieces.cut(early.counts(), later == null ? null : later.counts());
  }
}
