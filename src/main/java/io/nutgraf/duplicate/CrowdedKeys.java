package io.nutgraf.duplicate;

import io.nutgraf.table.CappedMembers;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The keys of buckets over the cap before a night, or after it, on every executor: whom a new
 * paragraph meets there is found from the members of such buckets alone, see {@link
 * FindCrowdedPairs}.
 *
 * <p>Eight bytes a bucket, which has more members than the cap: of 10^9 paragraphs with a dozen
 * keys and a cap of 1000, 100 MB at the very most, and a few times that for a moment on the driver.
 *
 * @param sorted ascending
 */
public record CrowdedKeys(Broadcast<long[]> sorted) implements Serializable {

  /**
   * Starts a Spark job: the keys come to the driver.
   *
   * @param cappedMembers {@link CappedMembers}
   */
  public static CrowdedKeys of(Dataset<Row> cappedMembers) {
    long[] keys =
        cappedMembers
            .select(CappedMembers.BUCKET)
            .distinct()
            .as(Encoders.LONG())
            .collectAsList()
            .stream()
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    return new CrowdedKeys(
        JavaSparkContext.fromSparkContext(cappedMembers.sparkSession().sparkContext())
            .broadcast(keys));
  }

  boolean has(long key) {
    return Arrays.binarySearch(sorted.value(), key) >= 0;
  }
}
