package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.max;

import io.nutgraf.duplicate.ConnectClusters;
import io.nutgraf.duplicate.CountShingles;
import io.nutgraf.duplicate.FindCandidates;
import io.nutgraf.duplicate.LinkNearCopies;
import io.nutgraf.duplicate.ListCappedBuckets;
import io.nutgraf.duplicate.ListShingles;
import io.nutgraf.table.CappedBuckets;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The steps from distinct paragraphs to clusters of exact and near copies. */
final class NearSteps {
  /** A cut paragraph: most of the shorter stands in the longer, and the shorter says something. */
  private static final double MIN_CONTAINMENT = 0.8;

  private static final int MIN_CONTAINMENT_WORDS = 15;

  /** A member that shares this much with the first copy belongs to it, however long it is. */
  private static final double CONTAINMENT_FLOOR = 0.5;

  private static final int MAX_SKETCH_BYTES = 1 << 26;

  private final CountingConfig.Near near;
  private final Steps steps;
  private final RunReport report;

  NearSteps(CountingConfig.Near near, Steps steps, RunReport report) {
    this.near = near;
    this.steps = steps;
    this.report = report;
  }

  /** Gives the cluster members. */
  Dataset<Row> make(Dataset<Row> distinctParagraphs, Dataset<Row> texts) {
    OverlapFilter filter =
        new OverlapFilter(near.threshold(), MIN_CONTAINMENT, MIN_CONTAINMENT_WORDS);
    Dataset<Row> shingles =
        steps.make(
            ShingleSets.TABLE, new ListShingles(near.minWords()).apply(texts, distinctParagraphs));
    PrefixKeys keys = new PrefixKeys(near.threshold());
    Dataset<Row> counts =
        steps.make(ShingleCounts.TABLE, new CountShingles(keys, MAX_SKETCH_BYTES).apply(shingles));
    Dataset<Row> candidates =
        steps.make(
            NearCandidates.TABLE,
            new FindCandidates(keys, filter, near.bucketCap()).apply(shingles, counts));
    Dataset<Row> links =
        steps.make(NearDuplicates.TABLE, new LinkNearCopies(filter).apply(shingles, candidates));
    reportCappedBuckets(candidates);
    return steps.make(
        ClusterMembers.TABLE,
        new ConnectClusters(near.floor(), CONTAINMENT_FLOOR, near.maxLinksOnDriver())
            .apply(distinctParagraphs, links, shingles));
  }

  /** Completeness is given up in these buckets alone, so the report says how much they touch. */
  private void reportCappedBuckets(Dataset<Row> candidates) {
    Dataset<Row> buckets =
        steps.make(CappedBuckets.TABLE, new ListCappedBuckets().apply(candidates));
    long n = report.counts().get(CappedBuckets.TABLE.name());
    if (n == 0) {
      return;
    }
    long largest = buckets.agg(max(CappedBuckets.MEMBERS)).first().getLong(0);
    long touched =
        candidates
            .where(col(NearCandidates.BUCKET).isNotNull())
            .agg(count_distinct(col(NearCandidates.PARAGRAPH_KEY_A)))
            .first()
            .getLong(0);
    long paragraphs = report.counts().get(ShingleSets.TABLE.name());
    report.count("capped_bucket_largest", largest);
    report.count("capped_bucket_paragraphs", touched);
    report.warn(
        ("%,d groups of paragraphs share a shingle with more than %,d others, the largest has %,d:"
                + " not all their pairs were tried. They hold %,d of %,d paragraphs (%.2f %%);"
                + " raise --near-bucket-cap")
            .formatted(
                n, near.bucketCap(), largest, touched, paragraphs, 100.0 * touched / paragraphs));
  }
}
