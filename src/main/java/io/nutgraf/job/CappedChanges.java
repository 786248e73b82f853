package io.nutgraf.job;

import io.nutgraf.duplicate.FindChangedBuckets;
import io.nutgraf.duplicate.ListCappedMembers;
import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.ShingleSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * What new and gone paragraphs change for the others in buckets over the cap. Their shingle sets
 * are read once more and kept until the run ends; where such buckets hold most of the corpus, a
 * night costs more than looking for all near copies anew.
 */
final class CappedChanges {
  private final NearChanges news;
  private final Dataset<Row> buckets;
  private final Dataset<Row> shingles;

  /**
   * @param newCandidates pairs with a new paragraph, and who is in buckets over the cap with one
   * @param allShingles of all paragraphs as they are now
   */
  CappedChanges(NearChanges news, Dataset<Row> newCandidates, Dataset<Row> allShingles) {
    this.news = news;
    this.buckets =
        new FindChangedBuckets()
            .apply(newCandidates, news.earlierCappedMembers(), news.gone())
            .persist(StorageLevel.MEMORY_AND_DISK());
    this.shingles =
        allShingles
            .join(
                buckets.select(CappedMembers.PARAGRAPH_KEY).distinct(),
                new String[] {ShingleSets.PARAGRAPH_KEY},
                "left_semi")
            .join(news.newShingles(), new String[] {ShingleSets.PARAGRAPH_ID}, "left_anti")
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Of those that were there, but whose pairs may be others now. */
  Dataset<Row> shinglesToCompareAgain() {
    return shingles;
  }

  /**
   * Who is in buckets over the cap now.
   *
   * @param candidates of the new paragraphs and of those compared again
   */
  Dataset<Row> members(Dataset<Row> candidates) {
    return news.earlierCappedMembers()
        .join(buckets, new String[] {CappedMembers.BUCKET}, "left_anti")
        .unionByName(new ListCappedMembers().apply(candidates))
        .distinct();
  }
}
