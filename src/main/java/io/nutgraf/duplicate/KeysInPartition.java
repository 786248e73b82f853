package io.nutgraf.duplicate;

import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashCounts;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.ShingleBytes;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * (paragraph key, words, shingles) -> a row for each key by which the paragraph can meet others.
 */
record KeysInPartition(CandidateKeys keys, OverlapFilter filter, Broadcast<HashCounts> counts)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> sets) {
    HashCounts known = counts.value();
    return new ExpandedRows(sets) {
      @Override
      void expand(Row set) {
        long[] shingles = ShingleBytes.toLongs(set.getAs(2));
        long[] ranks = keys.hashes(shingles).clone();
        for (int i = 0; i < ranks.length; i++) {
          ranks[i] = known.rank(ranks[i]);
        }
        Arrays.sort(ranks);
        for (int i = 0; i < keys.prefix(ranks.length); i++) {
          if (!HashCounts.isAlone(ranks[i])) {
            long place = filter.place(shingles.length, set.getInt(1), keys.isPositional() ? i : 0);
            give(RowFactory.create(ranks[i], place, set.getLong(0)));
          }
        }
      }
    };
  }
}
