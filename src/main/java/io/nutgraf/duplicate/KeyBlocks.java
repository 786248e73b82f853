package io.nutgraf.duplicate;

import io.nutgraf.table.ExpandedRows;
import io.nutgraf.text.KeyRecords;
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
  private final int groups;

  KeyBlocks(Iterator<Row> sets, int groups) {
    super(sets);
    this.groups = groups;
  }

  /** Adds the keys by which the paragraph with these shingles can meet somebody of interest. */
  abstract void addKeys(long paragraph, int words, byte[] shingles);

  final void add(long key, long place, long paragraph) {
    records.add(key, place, paragraph);
    if (records.size() >= RECORDS_HELD) {
      end();
    }
  }

  @Override
  protected final void expand(Row set) {
    addKeys(set.getLong(0), set.getInt(1), set.getAs(2));
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
