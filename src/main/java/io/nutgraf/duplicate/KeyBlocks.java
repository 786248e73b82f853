package io.nutgraf.duplicate;

import io.nutgraf.table.ExpandedRows;
import io.nutgraf.text.KeyRecords;
import io.nutgraf.text.ShingleBytes;
import java.util.Iterator;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * {@link KeysOfParagraph} -> (group, block): the keys by which the paragraphs of a partition can
 * meet others, many in one row, because a row a key costs Spark three times the work.
 */
final class KeyBlocks extends ExpandedRows {
  static final StructType SCHEMA =
      new StructType()
          .add("group", DataTypes.IntegerType, false)
          .add("block", DataTypes.BinaryType, false);

  private static final int RECORDS_HELD = 1 << 19;

  private final KeyRecords records = new KeyRecords(1 << 10);
  private final KeysInPartition join;
  private final WantedKeys wanted;

  KeyBlocks(Iterator<Row> keysOfParagraphs, KeysInPartition join, WantedKeys wanted) {
    super(keysOfParagraphs);
    this.join = join;
    this.wanted = wanted;
  }

  @Override
  protected void expand(Row row) {
    KeysOfParagraph keys = KeysOfParagraph.of(row);
    long[] signature = null;
    for (int i = 0; i < keys.size(); i++) {
      if (wanted.has(keys.key(i))) {
        if (signature == null) {
          signature = ShingleBytes.toLongs(row.getAs(4));
        }
        records.add(keys.key(i), join.place(keys, i), row.getLong(0), signature);
      }
    }
    if (records.size() >= RECORDS_HELD) {
      end();
    }
  }

  @Override
  protected void end() {
    int groups = join.groups();
    byte[][] blocks = records.blocks(groups);
    for (int group = 0; group < groups; group++) {
      if (blocks[group] != null) {
        give(RowFactory.create(group, blocks[group]));
      }
    }
    records.clear();
  }
}
