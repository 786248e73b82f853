package io.nutgraf.job;

import io.nutgraf.duplicate.CountShingles;
import io.nutgraf.duplicate.EarlyOrder;
import io.nutgraf.duplicate.FindCandidates;
import io.nutgraf.duplicate.FindComparedSets;
import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.duplicate.LinkNearCopies;
import io.nutgraf.duplicate.ListCappedMembers;
import io.nutgraf.duplicate.ListLinkedSets;
import io.nutgraf.duplicate.ListShingleKeys;
import io.nutgraf.duplicate.ListShingles;
import io.nutgraf.duplicate.ShingleOrder;
import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.ChangedDistinct;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.GoneParagraphs;
import io.nutgraf.table.LinkedSets;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleKeys;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.FactChanges;
import io.nutgraf.warehouse.Facts;
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

  /**
   * What later steps need.
   *
   * @param links all verified ones
   * @param dropped those of earlier snapshots that are there no more; all, after a look for all
   *     anew
   * @param found those that were found now
   * @param linkedSets {@link LinkedSets}
   */
  record Links(
      Dataset<Row> links, Dataset<Row> dropped, Dataset<Row> found, Dataset<Row> linkedSets) {}

  /** Looks for near copies among all paragraphs. */
  Links all(Facts facts, Dataset<Row> distinct) {
    LOG.info("Near copies are looked for among all paragraphs");
    Dataset<Row> sets =
        steps.make(ShingleSets.TABLE, listShingles().apply(facts.texts(distinct), distinct));
    steps.make(GoneParagraphs.TABLE, none(sets));
    long paragraphs = report.counts().get(ShingleSets.TABLE.name());
    Dataset<Row> counts =
        steps.make(ShingleCounts.TABLE, new CountShingles(keys, MAX_SKETCH_BYTES).apply(sets));
    Dataset<Row> keysOfSets =
        steps.make(ShingleKeys.TABLE, new ListShingleKeys(keys, EarlyOrder.of(counts)).apply(sets));
    Dataset<Row> candidates =
        steps.make(
            NearCandidates.TABLE,
            new FindCandidates(keys, filter, near.bucketCap()).apply(keysOfSets, counts));
    Dataset<Row> capped =
        steps.make(CappedMembers.TABLE, new ListCappedMembers().apply(candidates));
    new CappedReport(near.bucketCap(), report).tell(capped, paragraphs);
    Dataset<Row> links =
        steps.make(
            NearDuplicates.TABLE,
            new LinkNearCopies(filter)
                .apply(new FindComparedSets().apply(sets, candidates), candidates));
    return new Links(
        links,
        links.limit(0),
        links,
        steps.make(LinkedSets.TABLE, new ListLinkedSets().apply(sets, links)));
  }

  /**
   * Looks for near copies of those paragraphs that came since, where that gives the same.
   *
   * @param changed {@link ChangedDistinct}, staged
   */
  Links since(EarlierSnapshots earlier, Facts facts, FactChanges changes, Dataset<Row> changed) {
    ShingleOrder order = ShingleOrder.of(earlier.read(ShingleCounts.TABLE));
    NearChanges news = NearChanges.of(changed, near.minWords(), order);
    KeptShingles kept = new KeptShingles(earlier, news);
    if (order.stillHolds(kept.paragraphs(), news.nMoved())) {
      EarlyOrder early = EarlyOrder.of(steps.takeOver(ShingleCounts.TABLE, earlier));
      KeptShingles.Sets sets =
          kept.keep(
              listShingles().apply(changes.newTexts(news.came()), news.came()),
              new ListShingleKeys(keys, early)::apply,
              steps);
      NewLinks newLinks = new NewLinks(near.bucketCap(), keys, filter, steps);
      Links links = newLinks.make(earlier, early, news, sets);
      new CappedReport(near.bucketCap(), report).tell(newLinks.capped(), kept.paragraphs());
      return links;
    }
    PlanCompiler.expect(changed.sparkSession(), facts.articles());
    Dataset<Row> distinct =
        steps.make(
            DistinctParagraphs.TABLE, new GroupExactCopies().apply(facts.read(Paragraphs.TABLE)));
    Links links = all(facts, distinct);
    return new Links(
        links.links(), earlier.read(NearDuplicates.TABLE), links.found(), links.linkedSets());
  }

  private ListShingles listShingles() {
    return new ListShingles(near.minWords());
  }

  private static Dataset<Row> none(Dataset<Row> sets) {
    return GoneParagraphs.TABLE.conform(sets.limit(0));
  }
}
