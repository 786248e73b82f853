package io.nutgraf.duplicate;

import io.nutgraf.table.ExpandedRows;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.KeyRecords;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.ShingleBytes;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * (paragraph key, words, shingles) -> (group, block): the keys by which the paragraphs of a
 * partition can meet others, many in one row, because a row a key costs Spark three times the work.
 */
abstract class KeyBlocks extends ExpandedRows {
  static final StructType SCHEMA =
      new StructType()
          .add("group", DataTypes.IntegerType, false)
          .add("block", DataTypes.BinaryType, false);

  private static final int RECORDS_HELD = 1 << 19;

  private final KeyRecords records = new KeyRecords(1 << 10);
  private final CandidateKeys keys;
  private final OverlapFilter filter;
  private final HashOrder order;
  private final int groups;

  KeyBlocks(
      Iterator<Row> sets, CandidateKeys keys, OverlapFilter filter, HashOrder order, int groups) {
    super(sets);
    this.keys = keys;
    this.filter = filter;
    this.order = order;
    this.groups = groups;
  }

  /** False when nobody of interest can be met by any of these hashes. */
  boolean mayMeet(long[] hashes) {
    return true;
  }

  /** False for a key of the prefix by which nobody of interest can be met. */
  abstract boolean meets(long rank);

  /** The place with what else the join must know of the paragraph. */
  long marked(long place) {
    return place;
  }

  @Override
  protected final void expand(Row set) {
    long[] shingles = ShingleBytes.toLongs(set.getAs(2));
    long[] hashes = keys.hashes(shingles);
    if (mayMeet(hashes)) {
      add(set.getLong(0), set.getInt(1), new RankedSet(hashes, shingles.length, keys, order));
    }
  }

  private void add(long paragraph, int words, RankedSet ranked) {
    for (int i = 0; i < ranked.prefix(); i++) {
      if (meets(ranked.key(i))) {
        records.add(ranked.key(i), marked(ranked.place(i, words, filter)), paragraph);
      }
    }
    if (records.size() >= RECORDS_HELD) {
      end();
    }
  }

  @Override
  protected final void end() {
    byte[][] blocks = records.blocks(groups);
    for (int group = 0; group < groups; group++) {
      if (blocks[group] != null) {
        give(RowFactory.create(group, blocks[group]));
      }
    }
    records.clear();
  }
}
