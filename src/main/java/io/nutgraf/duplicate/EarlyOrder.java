package io.nutgraf.duplicate;

import io.nutgraf.table.ShingleCounts;
import io.nutgraf.text.HashOrder;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The order of shingles that the early paragraphs give, on every executor. Of {@link ShingleCounts}
 * only the early ones are read, so those of an earlier night will do while {@link
 * ShingleOrder#stillHolds} its order.
 */
public record EarlyOrder(Broadcast<HashOrder> hashes) {

  /** Starts a Spark job: the sketch, a byte a slot, comes to the driver. */
  public static EarlyOrder of(Dataset<Row> shingleCounts) {
    return new EarlyOrder(
        JavaSparkContext.fromSparkContext(shingleCounts.sparkSession().sparkContext())
            .broadcast(new HashOrder(GatheredCounts.ofEarly(shingleCounts).early())));
  }
}
