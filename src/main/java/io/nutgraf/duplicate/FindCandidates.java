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

/**
 * Finds the pairs of distinct paragraphs that may be near copies.
 *
 * <p>{@link ShingleSets}, {@link ShingleCounts} of the same -> {@link NearCandidates}: a row a
 * pair, which may be listed more than once, and a row for each paragraph in a bucket over the cap.
 * With {@link io.nutgraf.text.PrefixKeys} every pair of the filter's Jaccard similarity is among
 * them unless it meets in such buckets alone.
 *
 * <p>Prefix-filter join after R. Vernica, M. Carey, C. Li, "Efficient parallel set-similarity joins
 * using MapReduce", 2010, with the order of shingles from a sketch of their counts instead of a
 * sorted list of them. Shuffled are three numbers a key, never a shingle set or a text; they travel
 * in blocks. Keys are divided into groups of some 10^5, and a task holds one group at a time; a
 * broadcast holds nine bits a slot of the sketch. Starts a Spark job when applied: the sketch comes
 * to the driver before the first key is chosen.
 *
 * @param keys by what paragraphs meet
 * @param filter what a pair must be able to share
 * @param cap members of a bucket up to which all pairs are tried
 */
public record FindCandidates(CandidateKeys keys, OverlapFilter filter, int cap) {
  public FindCandidates {
    if (cap < 2) {
      throw new IllegalArgumentException("cap must be at least 2, but is " + cap);
    }
  }

  public Dataset<Row> apply(Dataset<Row> shingleSets, Dataset<Row> shingleCounts) {
    GatheredCounts counts = GatheredCounts.of(shingleCounts);
    Broadcast<HashOrder> order =
        JavaSparkContext.fromSparkContext(shingleSets.sparkSession().sparkContext())
            .broadcast(HashOrder.of(counts.early(), counts.later()));
    int groups = KeyGroups.of(counts.shingles());
    Dataset<Row> keysOfParagraphs =
        shingleSets
            .select(ShingleSets.PARAGRAPH_KEY, ShingleSets.WORDS, ShingleSets.SHINGLES)
            .mapPartitions(
                new KeysInPartition(
                    keys, filter, order, CrowdedKeys.none(shingleSets.sparkSession()), groups),
                Encoders.row(KeyBlocks.SCHEMA));
    return KeyGroups.join(keysOfParagraphs, filter, cap);
  }
}
