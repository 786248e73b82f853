package io.nutgraf.duplicate;

import io.nutgraf.table.ExpandedRows;
import io.nutgraf.text.BucketJoin;
import io.nutgraf.text.KeyRecords;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * (group, block), sorted by group -> candidate pairs and members of crowded buckets. Holds the
 * records of one group and the pairs they make.
 */
record PairsInPartition(OverlapFilter filter, int cap) implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> blocks) {
    return new Candidates(blocks, filter, cap);
  }

  private static final class Candidates extends ExpandedRows implements BucketJoin.Found {
    private final BucketJoin join;
    private final KeyRecords records = new KeyRecords(1 << 10);
    private int group;

    Candidates(Iterator<Row> blocks, OverlapFilter filter, int cap) {
      super(blocks);
      join = new BucketJoin(filter, cap, this);
    }

    @Override
    protected void expand(Row row) {
      if (row.getInt(0) != group) {
        end();
        group = row.getInt(0);
      }
      records.addBlock(row.getAs(1));
    }

    @Override
    protected void end() {
      records.joinSorted(join);
      records.clear();
    }

    @Override
    public void pair(long paragraphA, long paragraphB) {
      give(RowFactory.create(paragraphA, paragraphB, null, null));
    }

    @Override
    public void crowded(long paragraph, long key, long place) {
      give(RowFactory.create(paragraph, null, key, place));
    }
  }
}
