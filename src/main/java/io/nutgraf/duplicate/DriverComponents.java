package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.text.DisjointSets;
import io.nutgraf.text.ShingleBytes;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Connected components on the driver: links come in as packed numbers, a partition at a time, and
 * the labels go out as a broadcast.
 *
 * <p>Memory on the driver and in each executor: some 30 bytes a paragraph that has a link; on the
 * driver also the links of one partition, 16 bytes each.
 */
final class DriverComponents implements Components {
  private static final int LINKS_IN_PIECE = 1 << 14;
  private static final StructType PIECE =
      new StructType().add("links", DataTypes.BinaryType, false);

  private final Broadcast<DisjointSets> known;

  DriverComponents(Dataset<Row> links) {
    DisjointSets sets = new DisjointSets();
    Iterator<Row> pieces =
        links
            .select(A, B)
            .mapPartitions((MapPartitionsFunction<Row, Row>) Pieces::new, Encoders.row(PIECE))
            .toLocalIterator();
    while (pieces.hasNext()) {
      long[] ends = ShingleBytes.toLongs(pieces.next().getAs(0));
      for (int i = 0; i < ends.length; i += 2) {
        sets.join(ends[i], ends[i + 1]);
      }
    }
    known = JavaSparkContext.fromSparkContext(links.sparkSession().sparkContext()).broadcast(sets);
  }

  @Override
  public Dataset<Row> label(Dataset<Row> rows) {
    Broadcast<DisjointSets> sets = known;
    var labelOf = udf((UDF1<Long, Integer>) key -> sets.value().label(key), DataTypes.IntegerType);
    return rows.withColumn(COMPONENT, labelOf.apply(col(KEY)).cast(DataTypes.LongType))
        .where(col(COMPONENT).geq(lit(0)));
  }

  /** Many links in one row. */
  private static final class Pieces implements Iterator<Row> {
    private final Iterator<Row> links;

    Pieces(Iterator<Row> links) {
      this.links = links;
    }

    @Override
    public boolean hasNext() {
      return links.hasNext();
    }

    @Override
    public Row next() {
      long[] ends = new long[2 * LINKS_IN_PIECE];
      int n = 0;
      while (n < ends.length && links.hasNext()) {
        Row link = links.next();
        ends[n++] = link.getLong(0);
        ends[n++] = link.getLong(1);
      }
      return RowFactory.create((Object) ShingleBytes.of(Arrays.copyOf(ends, n)));
    }
  }
}
