package io.nutgraf.duplicate;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Finds those pairs of {@link FindCandidates} over a whole corpus that have a new paragraph and
 * meet in a bucket that was not over the cap.
 *
 * <p>{@link ShingleSets} of the new paragraphs, those of all -> {@link NearCandidates}: each such
 * pair, perhaps more than once, and no other; and a row for each paragraph in a bucket that the new
 * ones have brought over the cap, with a negative place if it was there before. What else comes and
 * goes in buckets over the cap: {@link FindCrowdedPairs}.
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

  public Dataset<Row> apply(Dataset<Row> newSets, Dataset<Row> allSets) {
    int groups = newKeys.groups();
    Dataset<Row> ofNew =
        columns(newSets)
            .mapPartitions(
                new KeysInPartition(
                    newKeys.keys(), filter, newKeys.order().hashes(), newKeys.crowded(), groups),
                Encoders.row(KeyBlocks.SCHEMA));
    Dataset<Row> ofKnown =
        columns(allSets)
            .mapPartitions(
                new KnownKeysInPartition(
                    newKeys.keys(),
                    filter,
                    newKeys.order().hashes(),
                    newKeys.filter(),
                    newKeys.crowded(),
                    groups),
                Encoders.row(KeyBlocks.SCHEMA));
    return KeyGroups.join(ofNew.union(ofKnown), filter, cap);
  }

  private static Dataset<Row> columns(Dataset<Row> shingleSets) {
    return shingleSets.select(ShingleSets.PARAGRAPH_KEY, ShingleSets.WORDS, ShingleSets.SHINGLES);
  }
}
