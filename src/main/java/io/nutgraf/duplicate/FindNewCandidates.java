package io.nutgraf.duplicate;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Finds those pairs of {@link FindCandidates} over a whole corpus that have a new paragraph.
 *
 * <p>{@link ShingleSets} of the new paragraphs, of all paragraphs with the new, {@link
 * ShingleCounts} of the same early paragraphs -> {@link NearCandidates}: each pair with a new
 * paragraph that the whole join gives, perhaps more than once, and no other; and a row for each
 * paragraph in a bucket over the cap that holds a new one, and perhaps for those in some other. In
 * such a bucket pairs without a new paragraph may have come and gone: see {@link
 * FindChangedBuckets}. Of the counts only the early ones are read, so those of an earlier night
 * will do while {@link ShingleOrder#stillHolds} its order.
 *
 * <p>A Bloom filter (B. Bloom, 1970) of the keys of the new paragraphs goes to all tasks, and of
 * all other paragraphs only keys that it may hold are shuffled. So all shingle sets are read once,
 * nothing of theirs is sorted or sent but what meets a new paragraph and one key in a thousand, and
 * the shingle sets of the new are read three times. Memory is that of {@link FindCandidates}, and
 * fifteen bits a shingle in the filter, up to 180 MB; a filter that is too small lets more keys
 * pass. Starts three Spark jobs when applied, two over the new paragraphs and one that brings the
 * sketch to the driver.
 *
 * @param keys by what paragraphs meet; those of the whole join
 * @param filter what a pair must be able to share
 * @param cap members of a bucket up to which all pairs are tried
 */
public record FindNewCandidates(CandidateKeys keys, OverlapFilter filter, int cap) {
  private static final double FALSE_POSITIVES = 0.001;
  private static final long MOST_FILTERED = 100_000_000;

  /** Other paragraphs may send as many keys as the new and some more. */
  private static final int RECORDS_A_KEY = 4;

  public FindNewCandidates {
    if (cap < 2) {
      throw new IllegalArgumentException("cap must be at least 2, but is " + cap);
    }
  }

  public Dataset<Row> apply(
      Dataset<Row> newSets, Dataset<Row> allSets, Dataset<Row> shingleCounts) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(allSets.sparkSession().sparkContext());
    Broadcast<HashOrder> order =
        context.broadcast(HashOrder.ofEarly(GatheredCounts.ofEarly(shingleCounts).early()));
    long newShingles = PublishedDays.of(newSets).shingles();
    Broadcast<BloomFilter> newKeys = context.broadcast(keysOf(newSets, newShingles, order));
    int groups = KeyGroups.of(RECORDS_A_KEY * newShingles);
    Dataset<Row> ofNew =
        columns(newSets)
            .mapPartitions(
                new KeysInPartition(keys, filter, order, groups), Encoders.row(KeyBlocks.SCHEMA));
    Dataset<Row> ofAll =
        columns(allSets)
            .mapPartitions(
                new KnownKeysInPartition(keys, filter, order, newKeys, groups),
                Encoders.row(KeyBlocks.SCHEMA));
    return KeyGroups.join(ofNew.union(ofAll), filter, cap);
  }

  private BloomFilter keysOf(Dataset<Row> sets, long shingles, Broadcast<HashOrder> order) {
    if (shingles == 0) {
      return BloomFilter.create(1);
    }
    return sets.select(ShingleSets.SHINGLES)
        .flatMap(new PrefixOfParagraph(keys, order), Encoders.LONG())
        .toDF("key")
        .stat()
        .bloomFilter("key", Math.min(shingles, MOST_FILTERED), FALSE_POSITIVES);
  }

  private static Dataset<Row> columns(Dataset<Row> shingleSets) {
    return shingleSets.select(ShingleSets.PARAGRAPH_KEY, ShingleSets.WORDS, ShingleSets.SHINGLES);
  }
}
