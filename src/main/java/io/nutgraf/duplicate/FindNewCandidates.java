package io.nutgraf.duplicate;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleKeys;
import io.nutgraf.text.BlockedBloomFilter;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Finds those pairs of {@link FindCandidates} over a whole corpus that have a new paragraph and
 * meet in a bucket that was not over the cap.
 *
 * <p>{@link ShingleKeys} of the new paragraphs, those of all -> {@link NearCandidates}: each such
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
      throw new WrongSettingException("cap must be at least 2, but is " + cap);
    }
  }

  /**
   * Candidates of new paragraphs.
   *
   * @param newParagraphs their keys
   * @param all those of all paragraphs, the new among them
   */
  public Dataset<Row> apply(Dataset<Row> newParagraphs, Dataset<Row> all) {
    Broadcast<BlockedBloomFilter> ofNew = newKeys.filter();
    CrowdedKeys crowded = newKeys.crowded();
    Dataset<Row> keysOfNew =
        blocks(newParagraphs, () -> rank -> !crowded.has(rank), /* areKnown= */ false);
    Dataset<Row> keysOfKnown =
        blocks(all, () -> ofNew(ofNew.value(), crowded), /* areKnown= */ true);
    return KeyGroups.join(keysOfNew.union(keysOfKnown), filter, cap);
  }

  private static WantedKeys ofNew(BlockedBloomFilter filter, CrowdedKeys crowded) {
    return rank -> filter.mightContain(HashOrder.bitsOf(rank)) && !crowded.has(rank);
  }

  private Dataset<Row> blocks(
      Dataset<Row> shingleKeys, Function0<WantedKeys> wanted, boolean areKnown) {
    return KeysOfParagraph.columns(shingleKeys)
        .mapPartitions(
            new KeysInPartition(newKeys.keys(), filter, wanted, areKnown, newKeys.groups()),
            Encoders.row(KeyBlocks.SCHEMA));
  }
}
