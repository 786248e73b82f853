package io.nutgraf.duplicate;

import io.nutgraf.text.BucketJoin;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** (key, place, paragraph), sorted -> candidate pairs and members of crowded buckets. */
record PairsInPartition(OverlapFilter filter, int cap) implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> members) {
    return new Candidates(members, filter, cap);
  }

  private static final class Candidates extends ExpandedRows implements BucketJoin.Found {
    private final BucketJoin join;

    Candidates(Iterator<Row> members, OverlapFilter filter, int cap) {
      super(members);
      join = new BucketJoin(filter, cap, this);
    }

    @Override
    void expand(Row member) {
      join.add(member.getLong(0), member.getLong(2), member.getLong(1));
    }

    @Override
    void end() {
      join.finish();
    }

    @Override
    public void pair(long paragraphA, long paragraphB) {
      give(RowFactory.create(paragraphA, paragraphB, null));
    }

    @Override
    public void crowded(long paragraph, long key) {
      give(RowFactory.create(paragraph, null, key));
    }
  }
}
