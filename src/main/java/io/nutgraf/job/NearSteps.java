package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.max;

import io.nutgraf.duplicate.CountShingles;
import io.nutgraf.duplicate.FindCandidates;
import io.nutgraf.duplicate.FindNewCandidates;
import io.nutgraf.duplicate.LinkNearCopies;
import io.nutgraf.duplicate.ListCappedBuckets;
import io.nutgraf.duplicate.ListShingles;
import io.nutgraf.table.CappedBuckets;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.NewCandidates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
import io.nutgraf.warehouse.Facts;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps from distinct paragraphs to verified links between near copies. */
final class NearSteps {
  /** A cut paragraph: most of the shorter stands in the longer, and the shorter says something. */
  private static final double MIN_CONTAINMENT = 0.8;

  private static final int MIN_CONTAINMENT_WORDS = 15;

  private static final int MAX_SKETCH_BYTES = 1 << 26;

  private static final Logger LOG = LoggerFactory.getLogger(NearSteps.class);

  private final CountingConfig.Near near;
  private final PrefixKeys keys;
  private final OverlapFilter filter;
  private final Steps steps;
  private final RunReport report;

  NearSteps(CountingConfig.Near near, Steps steps, RunReport report) {
    this.near = near;
    this.keys = new PrefixKeys(near.threshold());
    this.filter = new OverlapFilter(near.threshold(), MIN_CONTAINMENT, MIN_CONTAINMENT_WORDS);
    this.steps = steps;
    this.report = report;
  }

  /** The verified links, and the shingles they were compared by. */
  record Found(Dataset<Row> links, Dataset<Row> shingles) {}

  Found make(Facts facts, Dataset<Row> distinct, Changes changes) {
    Scope changed = changes.paragraphs();
    Dataset<Row> changedDistinct = changed.only(distinct, DistinctParagraphs.PARAGRAPH_ID);
    Dataset<Row> shingles =
        steps.make(
            ShingleSets.TABLE,
            changed.complete(
                ShingleSets.TABLE,
                new ListShingles(near.minWords())
                    .apply(facts.texts(changedDistinct), changedDistinct)));
    Dataset<Row> links =
        changes
            .earlier()
            .map(earlier -> new NearChanges(earlier, changed, shingles))
            .filter(news -> news.keepEarlierLinks(report.counts().get(ShingleSets.TABLE.name())))
            .flatMap(this::withNewLinks)
            .orElseGet(() -> allLinks(shingles));
    return new Found(links, shingles);
  }

  private Dataset<Row> allLinks(Dataset<Row> shingles) {
    LOG.info("Near copies are looked for among all paragraphs");
    Dataset<Row> counts =
        steps.make(ShingleCounts.TABLE, new CountShingles(keys, MAX_SKETCH_BYTES).apply(shingles));
    Dataset<Row> candidates =
        steps.make(
            NearCandidates.TABLE,
            new FindCandidates(keys, filter, near.bucketCap()).apply(shingles, counts));
    Dataset<Row> links =
        steps.make(NearDuplicates.TABLE, new LinkNearCopies(filter).apply(shingles, candidates));
    reportCappedBuckets(candidates);
    return links;
  }

  /** The links there were and those of new paragraphs; empty when that may not be all. */
  private Optional<Dataset<Row>> withNewLinks(NearChanges news) {
    Dataset<Row> candidates =
        steps.make(
            NewCandidates.TABLE,
            new FindNewCandidates(keys, filter, near.bucketCap())
                .apply(news.newShingles(), news.shingles(), news.earlierCounts()));
    if (!candidates.where(col(NearCandidates.BUCKET).isNotNull()).isEmpty()) {
      return Optional.empty();
    }
    steps.make(ShingleCounts.TABLE, news.earlierCounts());
    steps.make(CappedBuckets.TABLE, new ListCappedBuckets().apply(candidates));
    return Optional.of(
        steps.make(
            NearDuplicates.TABLE,
            news.earlierLinks()
                .unionByName(new LinkNearCopies(filter).apply(news.shingles(), candidates))));
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
