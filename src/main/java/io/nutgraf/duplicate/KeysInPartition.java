package io.nutgraf.duplicate;

import io.nutgraf.table.ExpandedRows;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashCounts;
import io.nutgraf.text.KeyRecords;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.ShingleBytes;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * (paragraph key, words, shingles) -> (group, block): the keys by which the paragraphs can meet
 * others, many in one row.
 */
record KeysInPartition(
    CandidateKeys keys, OverlapFilter filter, Broadcast<HashCounts> counts, int groups)
    implements MapPartitionsFunction<Row, Row> {
  private static final int RECORDS_HELD = 1 << 19;

  @Override
  public Iterator<Row> call(Iterator<Row> sets) {
    HashCounts known = counts.value();
    KeyRecords records = new KeyRecords(1 << 10);
    return new ExpandedRows(sets) {
      @Override
      protected void expand(Row set) {
        long[] shingles = ShingleBytes.toLongs(set.getAs(2));
        long[] ranks = keys.hashes(shingles).clone();
        for (int i = 0; i < ranks.length; i++) {
          ranks[i] = known.rank(ranks[i]);
        }
        Arrays.sort(ranks);
        for (int i = 0; i < keys.prefix(ranks.length); i++) {
          if (!HashCounts.isAlone(ranks[i])) {
            int position = keys.isPositional() ? i : 0;
            long place = filter.place(shingles.length, set.getInt(1), position);
            records.add(ranks[i], place, set.getLong(0));
          }
        }
        if (records.size() >= RECORDS_HELD) {
          end();
        }
      }

      @Override
      protected void end() {
        byte[][] blocks = records.blocks(groups);
        for (int group = 0; group < groups; group++) {
          if (blocks[group] != null) {
            give(RowFactory.create(group, blocks[group]));
          }
        }
        records.clear();
      }
    };
  }
}
