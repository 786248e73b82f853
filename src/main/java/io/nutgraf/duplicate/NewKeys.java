package io.nutgraf.duplicate;

import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.CandidateKeys;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * The keys by which new paragraphs can meet others, on every executor, but for those of buckets
 * that were over the cap before: a Bloom filter (B. Bloom, "Space/time trade-offs in hash coding
 * with allowable errors", 1970) that takes one key in a thousand for theirs that is not.
 *
 * <p>Fifteen bits a key, up to 180 MB; a filter that is too small lets more keys pass.
 *
 * @param crowded keys of buckets that were over the cap
 * @param paragraphs how many have them
 */
public record NewKeys(
    CandidateKeys keys,
    EarlyOrder order,
    CrowdedKeys crowded,
    Broadcast<BloomFilter> filter,
    long paragraphs) {
  private static final double FALSE_POSITIVES = 0.001;
  private static final long MOST_FILTERED = 100_000_000;

  /** Half of the shingles of a paragraph in the news are keys; long ones have more. */
  private static final int KEYS_OF_A_PARAGRAPH = 32;

  /**
   * Starts a Spark job over the new paragraphs, unless there are none.
   *
   * @param newSets {@link ShingleSets}
   * @param paragraphs how many they are
   */
  public static NewKeys of(
      Dataset<Row> newSets,
      long paragraphs,
      CandidateKeys keys,
      EarlyOrder order,
      CrowdedKeys crowded) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(newSets.sparkSession().sparkContext());
    PrefixOfParagraph prefix = new PrefixOfParagraph(keys, order.hashes(), crowded);
    return new NewKeys(
        keys, order, crowded, context.broadcast(filter(newSets, paragraphs, prefix)), paragraphs);
  }

  private static BloomFilter filter(
      Dataset<Row> newSets, long paragraphs, PrefixOfParagraph prefix) {
    if (paragraphs == 0) {
      return BloomFilter.create(1);
    }
    return newSets
        .select(ShingleSets.SHINGLES)
        .flatMap(prefix, Encoders.LONG())
        .toDF("key")
        .stat()
        .bloomFilter("key", numberOfKeys(paragraphs), FALSE_POSITIVES);
  }

  /** How many groups the keys are divided into: others may send as many as the new and more. */
  int groups() {
    return KeyGroups.of(4 * numberOfKeys(paragraphs));
  }

  private static long numberOfKeys(long paragraphs) {
    return Math.min(MOST_FILTERED, KEYS_OF_A_PARAGRAPH * paragraphs);
  }
}
