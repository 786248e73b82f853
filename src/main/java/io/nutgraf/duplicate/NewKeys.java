package io.nutgraf.duplicate;

import io.nutgraf.table.ShingleKeys;
import io.nutgraf.text.BlockedBloomFilter;
import io.nutgraf.text.CandidateKeys;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The keys by which new paragraphs can meet others, on every executor, but for those of buckets
 * that were over the cap before: a filter that takes one key in a thousand for theirs that is not,
 * because a set of all would be too large.
 *
 * <p>Four to eight bytes a key, up to 256 MB, and a few times that for a moment on the driver; a
 * filter that is too small lets more keys pass.
 *
 * @param crowded keys of buckets that were over the cap
 * @param paragraphs how many have them
 */
public record NewKeys(
    CandidateKeys keys,
    EarlyOrder order,
    CrowdedKeys crowded,
    Broadcast<BlockedBloomFilter> filter,
    long paragraphs) {

  /** Half of the shingles of a paragraph in the news are keys; long ones have more. */
  private static final long KEYS_OF_A_PARAGRAPH = 32;

  /** Each makes a filter of its own, as large as that of all. */
  private static final int TASKS = 8;

  /**
   * Starts a Spark job over the new paragraphs, unless there are none.
   *
   * @param shingleKeys {@link ShingleKeys} of them
   * @param paragraphs how many they are
   */
  public static NewKeys of(
      Dataset<Row> shingleKeys,
      long paragraphs,
      CandidateKeys keys,
      EarlyOrder order,
      CrowdedKeys crowded) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(shingleKeys.sparkSession().sparkContext());
    return new NewKeys(
        keys,
        order,
        crowded,
        context.broadcast(filter(shingleKeys, paragraphs, crowded)),
        paragraphs);
  }

  private static BlockedBloomFilter filter(
      Dataset<Row> shingleKeys, long paragraphs, CrowdedKeys crowded) {
    long expected = numberOfKeys(paragraphs);
    if (paragraphs == 0) {
      return new BlockedBloomFilter(expected);
    }
    return shingleKeys
        .select(ShingleKeys.KEYS)
        .flatMap(new HashesOfKeys(crowded), Encoders.LONG())
        .javaRDD()
        .coalesce(TASKS)
        .mapPartitions(hashes -> List.of(filter(hashes, expected)).iterator())
        .treeReduce(BlockedBloomFilter::addAll);
  }

  private static BlockedBloomFilter filter(Iterator<Long> hashes, long expected) {
    BlockedBloomFilter filter = new BlockedBloomFilter(expected);
    hashes.forEachRemaining(filter::add);
    return filter;
  }

  /** How many groups the keys are divided into: others may send as many as the new and more. */
  int groups() {
    return KeyGroups.of(4 * numberOfKeys(paragraphs));
  }

  private static long numberOfKeys(long paragraphs) {
    return KEYS_OF_A_PARAGRAPH * paragraphs;
  }
}
