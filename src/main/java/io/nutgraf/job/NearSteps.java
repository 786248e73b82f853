package io.nutgraf.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.nutgraf.duplicate.CountShingles;
import io.nutgraf.duplicate.FindCandidates;
import io.nutgraf.duplicate.FindNewCandidates;
import io.nutgraf.duplicate.LinkNearCopies;
import io.nutgraf.duplicate.ListCappedMembers;
import io.nutgraf.duplicate.ListShingles;
import io.nutgraf.table.CandidatesAgain;
import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.NewCandidates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.Table;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
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

  /**
   * What later steps need.
   *
   * @param links all verified ones
   * @param dropped those of earlier snapshots that had to be found again
   * @param found those that were found now
   * @param shingles by which they were compared
   */
  record Links(
      Dataset<Row> links, Dataset<Row> dropped, Dataset<Row> found, Dataset<Row> shingles) {}

  Links make(Facts facts, Dataset<Row> distinct, Changes changes) {
    return changes
        .earlier()
        .map(earlier -> linksSince(earlier, facts, distinct, changes.paragraphs()))
        .orElseGet(() -> allLinks(facts, distinct));
  }

  private Links allLinks(Facts facts, Dataset<Row> distinct) {
    Dataset<Row> shingles =
        steps.make(ShingleSets.TABLE, listShingles().apply(facts.texts(distinct), distinct));
    Dataset<Row> links = linksAnew(shingles);
    return new Links(links, links.limit(0), links, shingles);
  }

  private Links linksSince(
      EarlierSnapshots earlier, Facts facts, Dataset<Row> distinct, Scope changed) {
    NearChanges news =
        new NearChanges(
            earlier,
            changed,
            changed.keep(changed.only(distinct, DistinctParagraphs.PARAGRAPH_ID)),
            unknown -> listShingles().apply(facts.texts(unknown, earlier.addedNights()), unknown));
    Dataset<Row> shingles =
        steps.make(ShingleSets.TABLE, changed.complete(ShingleSets.TABLE, news.changedShingles()));
    if (news.keepsOrder(report.counts().get(ShingleSets.TABLE.name()))) {
      return withNewLinks(news, shingles);
    }
    Dataset<Row> links = linksAnew(shingles);
    return new Links(links, earlier.read(NearDuplicates.TABLE), links, shingles);
  }

  private ListShingles listShingles() {
    return new ListShingles(near.minWords());
  }

  private Dataset<Row> linksAnew(Dataset<Row> shingles) {
    LOG.info("Near copies are looked for among all paragraphs");
    Dataset<Row> counts =
        steps.make(ShingleCounts.TABLE, new CountShingles(keys, MAX_SKETCH_BYTES).apply(shingles));
    Dataset<Row> candidates =
        steps.make(
            NearCandidates.TABLE,
            new FindCandidates(keys, filter, near.bucketCap()).apply(shingles, counts));
    makeCappedMembers(new ListCappedMembers().apply(candidates));
    return steps.make(NearDuplicates.TABLE, new LinkNearCopies(filter).apply(shingles, candidates));
  }

  /** The links there were, and those of paragraphs that are new or have to be compared again. */
  private Links withNewLinks(NearChanges news, Dataset<Row> shingles) {
    Dataset<Row> candidates =
        newCandidates(NewCandidates.TABLE, news, news.newShingles(), shingles);
    CappedChanges capped = new CappedChanges(news, candidates, shingles);
    Dataset<Row> again = capped.shinglesToCompareAgain();
    if (!again.isEmpty()) {
      candidates =
          candidates.unionByName(newCandidates(CandidatesAgain.TABLE, news, again, shingles));
    }
    steps.make(ShingleCounts.TABLE, news.earlierCounts());
    makeCappedMembers(capped.members(candidates));
    Dataset<Row> found =
        new LinkNearCopies(filter)
            .apply(shingles, candidates)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> links = steps.make(NearDuplicates.TABLE, news.keptLinks(again).unionByName(found));
    return new Links(links, news.droppedLinks(again), found, shingles);
  }

  private Dataset<Row> newCandidates(
      Table table, NearChanges news, Dataset<Row> some, Dataset<Row> shingles) {
    return steps.make(
        table,
        new FindNewCandidates(keys, filter, near.bucketCap())
            .apply(some, shingles, news.earlierCounts()));
  }

  /** Completeness is given up in these buckets alone, so the report says how much they touch. */
  private void makeCappedMembers(Dataset<Row> rows) {
    Dataset<Row> members = steps.make(CappedMembers.TABLE, rows);
    if (report.counts().get(CappedMembers.TABLE.name()) == 0) {
      report.count("capped_buckets", 0);
      return;
    }
    Row buckets =
        members
            .groupBy(CappedMembers.BUCKET)
            .agg(count(lit(1)).as("members"))
            .agg(count(lit(1)), max("members"))
            .first();
    long touched = members.select(CappedMembers.PARAGRAPH_KEY).distinct().count();
    long paragraphs = report.counts().get(ShingleSets.TABLE.name());
    report.count("capped_buckets", buckets.getLong(0));
    report.count("capped_bucket_largest", buckets.getLong(1));
    report.count("capped_bucket_paragraphs", touched);
    report.warn(
        ("%,d groups of paragraphs share a shingle with more than %,d others, the largest has %,d:"
                + " not all their pairs were tried. They hold %,d of %,d paragraphs (%.2f %%);"
                + " raise --near-bucket-cap")
            .formatted(
                buckets.getLong(0),
                near.bucketCap(),
                buckets.getLong(1),
                touched,
                paragraphs,
                100.0 * touched / paragraphs));
  }
}
