package io.nutgraf.duplicate;

import io.nutgraf.table.ExpandedRows;
import io.nutgraf.text.BucketJoin;
import io.nutgraf.text.OverlapFilter;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * {@link io.nutgraf.table.CrowdedMembers} in the order of {@link BucketJoin} -> {@link
 * io.nutgraf.table.CrowdedPairs}, a pair perhaps more than once.
 */
record CrowdedPairsInPartition(OverlapFilter filter, int cap)
    implements MapPartitionsFunction<Row, Row> {

  @Override
  public Iterator<Row> call(Iterator<Row> members) {
    return new Pairs(members, filter, cap);
  }

  private static final class Pairs extends ExpandedRows {
    private final BucketJoin before;
    private final BucketJoin now;

    Pairs(Iterator<Row> members, OverlapFilter filter, int cap) {
      super(members);
      before = new BucketJoin(filter, cap, tried(true, false));
      now = new BucketJoin(filter, cap, tried(false, true));
    }

    @Override
    protected void expand(Row member) {
      if (member.getBoolean(3)) {
        before.add(member.getLong(0), member.getLong(1), member.getLong(2));
      }
      if (member.getBoolean(4)) {
        now.add(member.getLong(0), member.getLong(1), member.getLong(2));
      }
    }

    @Override
    protected void end() {
      before.finish();
      now.finish();
    }

    private BucketJoin.Found tried(boolean wasTried, boolean isTried) {
      return new BucketJoin.Found() {
        @Override
        public void pair(long paragraphA, long paragraphB) {
          give(RowFactory.create(paragraphA, paragraphB, wasTried, isTried));
        }

        @Override
        public void crowded(long paragraph, long key, long place) {
          // They are counted where the members of all buckets are.
        }
      };
    }
  }
}
