package io.nutgraf.duplicate;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleKeys;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.SharedHashes;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Finds the pairs of distinct paragraphs that may be near copies.
 *
 * <p>{@link ShingleKeys}, {@link ShingleCounts} of the same paragraphs -> {@link NearCandidates}: a
 * row a pair, which may be listed more than once, and a row for each paragraph in a bucket over the
 * cap. With {@link io.nutgraf.text.PrefixKeys} every pair of the filter's Jaccard similarity is
 * among them unless it meets in such buckets alone.
 *
 * <p>Prefix-filter join after R. Vernica, M. Carey, C. Li, "Efficient parallel set-similarity joins
 * using MapReduce", 2010, with the order of shingles from a sketch of their counts instead of a
 * sorted list of them, and with signatures ({@link io.nutgraf.text.SetSignatures}) that refuse most
 * pairs before their sets are sent. Shuffled are 56 bytes a key, in blocks, never a shingle set or
 * a text. Keys are divided into groups of some 10^5, and a task holds one group at a time; a
 * broadcast holds a bit a slot of the sketch. Starts a Spark job when applied: the sketch comes to
 * the driver, which finds by it the keys that one paragraph alone has.
 *
 * @param keys how the keys were chosen
 * @param filter what a pair must be able to share
 * @param cap members of a bucket up to which all pairs are tried
 */
public record FindCandidates(CandidateKeys keys, OverlapFilter filter, int cap) {
  public FindCandidates {
    if (cap < 2) {
      throw new WrongSettingException("cap must be at least 2, but is " + cap);
    }
  }

  public Dataset<Row> apply(Dataset<Row> shingleKeys, Dataset<Row> shingleCounts) {
    GatheredCounts counts = GatheredCounts.of(shingleCounts);
    Broadcast<SharedHashes> shared =
        JavaSparkContext.fromSparkContext(shingleKeys.sparkSession().sparkContext())
            .broadcast(new SharedHashes(counts.early(), counts.later()));
    int groups = KeyGroups.of(counts.shingles());
    Function0<WantedKeys> wanted = () -> shared.value()::hasRanked;
    Dataset<Row> keysOfParagraphs =
        KeysOfParagraph.columns(shingleKeys)
            .mapPartitions(
                new KeysInPartition(keys, filter, wanted, /* areKnown= */ false, groups),
                Encoders.row(KeyBlocks.SCHEMA));
    return KeyGroups.join(keysOfParagraphs, filter, cap);
  }
}
