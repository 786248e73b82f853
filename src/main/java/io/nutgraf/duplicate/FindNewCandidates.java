package io.nutgraf.duplicate;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Finds those pairs of {@link FindCandidates} over a whole corpus that have a new paragraph.
 *
 * <p>{@link ShingleSets} of the new paragraphs, {@link io.nutgraf.table.MetSets} of all -> {@link
 * NearCandidates}: each pair with a new paragraph that the whole join gives, perhaps more than
 * once, and no other; and a row for each paragraph in a bucket over the cap that holds a new one,
 * and perhaps for those in some other. In such a bucket pairs without a new paragraph may have come
 * and gone: see {@link FindTouchedBuckets} and {@link FindFilledBuckets}.
 *
 * <p>Nothing is sorted or sent but what meets a new paragraph and one key in a thousand. Memory is
 * that of {@link FindCandidates}.
 *
 * @param newKeys of the new paragraphs; made of the same order as the keys of the whole join
 * @param filter what a pair must be able to share
 * @param cap members of a bucket up to which all pairs are tried
 */
public record FindNewCandidates(NewKeys newKeys, OverlapFilter filter, int cap) {

  public FindNewCandidates {
    if (cap < 2) {
      throw new IllegalArgumentException("cap must be at least 2, but is " + cap);
    }
  }

  public Dataset<Row> apply(Dataset<Row> newSets, Dataset<Row> metSets) {
    int groups = newKeys.groups();
    Dataset<Row> ofNew =
        columns(newSets)
            .mapPartitions(
                new KeysInPartition(newKeys.keys(), filter, newKeys.order().hashes(), groups),
                Encoders.row(KeyBlocks.SCHEMA));
    Dataset<Row> ofMet =
        columns(metSets)
            .mapPartitions(
                new KnownKeysInPartition(
                    newKeys.keys(), filter, newKeys.order().hashes(), newKeys.filter(), groups),
                Encoders.row(KeyBlocks.SCHEMA));
    return KeyGroups.join(ofNew.union(ofMet), filter, cap);
  }

  private static Dataset<Row> columns(Dataset<Row> shingleSets) {
    return shingleSets.select(ShingleSets.PARAGRAPH_KEY, ShingleSets.WORDS, ShingleSets.SHINGLES);
  }
}
