package io.nutgraf.job;

import io.nutgraf.duplicate.EarlyOrder;
import io.nutgraf.duplicate.FindMetSets;
import io.nutgraf.duplicate.FindNewCandidates;
import io.nutgraf.duplicate.LinkNearCopies;
import io.nutgraf.duplicate.NewKeys;
import io.nutgraf.table.CandidatesAgain;
import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.ComparedAgain;
import io.nutgraf.table.FoundLinks;
import io.nutgraf.table.MetSets;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.NewCandidates;
import io.nutgraf.table.ShingleCounts;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.warehouse.EarlierSnapshots;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The links of a night: those there were, and those of paragraphs that came or have to be compared
 * again. All shingle sets are read once for the paragraphs that came, once more where somebody came
 * into a bucket over the cap or left one, and once more where somebody brought one over it.
 */
final class NewLinks {
  private static final String[] BY_KEY = {CappedMembers.PARAGRAPH_KEY};
  private static final String[] BY_PARAGRAPH = {ShingleSets.PARAGRAPH_ID};

  private final int bucketCap;
  private final CandidateKeys keys;
  private final OverlapFilter filter;
  private final Steps steps;
  private Dataset<Row> capped;

  NewLinks(int bucketCap, CandidateKeys keys, OverlapFilter filter, Steps steps) {
    this.bucketCap = bucketCap;
    this.keys = keys;
    this.filter = filter;
    this.steps = steps;
  }

  /**
   * Pairs to verify.
   *
   * @param compared {@link ShingleSets} of which each pair has one
   * @param sets those of all paragraphs in them
   * @param again of those among them that lose the links they had
   */
  private record Candidates(
      Dataset<Row> pairs, Dataset<Row> compared, Dataset<Row> sets, Optional<Dataset<Row>> again) {}

  /** Stages candidates and links. */
  NearSteps.Links make(EarlierSnapshots earlier, NearChanges news, KeptShingles.Sets kept) {
    Dataset<Row> sets = kept.all();
    EarlyOrder order = EarlyOrder.of(steps.takeOver(ShingleCounts.TABLE, earlier));
    CappedBuckets buckets = new CappedBuckets(earlier);
    Candidates candidates = ofFilled(buckets, ofCame(buckets, news, kept, order), sets, order);
    capped = buckets.keep(candidates.pairs(), steps);

    Dataset<Row> before = earlier.read(NearDuplicates.TABLE);
    Dataset<Row> found =
        steps.make(
            FoundLinks.TABLE,
            new LinkNearCopies(filter)
                .apply(candidates.compared(), candidates.sets(), candidates.pairs()));
    if (news.nGone() == 0 && candidates.again().isEmpty()) {
      Dataset<Row> links = steps.make(NearDuplicates.TABLE, before.unionByName(found));
      return new NearSteps.Links(links, before.limit(0), found, sets);
    }
    Dataset<Row> gone = news.gone().select(ShingleSets.PARAGRAPH_ID);
    Dataset<Row> lost = candidates.again().map(again -> gone.unionByName(ids(again))).orElse(gone);
    Dataset<Row> dropped = Scope.kept(withAnEndIn(before, lost));
    Dataset<Row> links =
        steps.make(NearDuplicates.TABLE, withoutAnEndIn(before, lost).unionByName(found));
    return new NearSteps.Links(links, dropped, found, sets);
  }

  /** Who is in buckets over the cap, once links are made. */
  Dataset<Row> capped() {
    return capped;
  }

  /** Of the paragraphs that came, and of those in buckets over the cap that they come into. */
  private Candidates ofCame(
      CappedBuckets buckets, NearChanges news, KeptShingles.Sets kept, EarlyOrder order) {
    Dataset<Row> came = kept.came();
    NewKeys newKeys = NewKeys.of(came, news.nCame(), keys, order);
    Dataset<Row> compared = came;
    Optional<Dataset<Row>> again = Optional.empty();
    if (buckets.findTouched(newKeys, news)) {
      again =
          Optional.of(
              steps.make(
                  ComparedAgain.TABLE, without(members(kept.all(), buckets.touched()), came)));
      compared = came.unionByName(again.get());
      long nAgain = steps.rows(ComparedAgain.TABLE);
      newKeys = NewKeys.of(compared, news.nCame() + nAgain, keys, order);
    }
    Dataset<Row> met = steps.make(MetSets.TABLE, new FindMetSets(newKeys).apply(kept.all()));
    Dataset<Row> pairs =
        steps.make(
            NewCandidates.TABLE,
            new FindNewCandidates(newKeys, filter, bucketCap).apply(compared, met));
    return new Candidates(pairs, compared, met, again);
  }

  /** And of those in buckets that are over the cap for the first time. */
  private Candidates ofFilled(
      CappedBuckets buckets, Candidates candidates, Dataset<Row> sets, EarlyOrder order) {
    Dataset<Row> filled = buckets.filledBy(candidates.pairs());
    if (filled.isEmpty()) {
      return candidates;
    }
    // Whoever is in such a bucket shares its key with one that came.
    Dataset<Row> again = Scope.kept(members(candidates.sets(), filled));
    NewKeys newKeys = NewKeys.of(again, again.count(), keys, order);
    Dataset<Row> met = Scope.kept(new FindMetSets(newKeys).apply(sets));
    Dataset<Row> pairs =
        steps.make(
            CandidatesAgain.TABLE,
            new FindNewCandidates(newKeys, filter, bucketCap).apply(again, met));
    return new Candidates(
        candidates.pairs().unionByName(pairs),
        candidates.compared().unionByName(without(again, candidates.compared())),
        candidates.sets().unionByName(without(met, candidates.sets())),
        Optional.of(candidates.again().map(one -> one.unionByName(again)).orElse(again)));
  }

  private static Dataset<Row> members(Dataset<Row> sets, Dataset<Row> buckets) {
    return sets.join(buckets.select(CappedMembers.PARAGRAPH_KEY), BY_KEY, "left_semi");
  }

  private static Dataset<Row> without(Dataset<Row> sets, Dataset<Row> others) {
    return sets.join(ids(others), BY_PARAGRAPH, "left_anti");
  }

  private static Dataset<Row> ids(Dataset<Row> sets) {
    return sets.select(ShingleSets.PARAGRAPH_ID);
  }

  private static Dataset<Row> withoutAnEndIn(Dataset<Row> links, Dataset<Row> ids) {
    return of(
        of(links, NearDuplicates.PARAGRAPH_A, "left_anti", ids),
        NearDuplicates.PARAGRAPH_B,
        "left_anti",
        ids);
  }

  private static Dataset<Row> withAnEndIn(Dataset<Row> links, Dataset<Row> ids) {
    Dataset<Row> others = of(links, NearDuplicates.PARAGRAPH_A, "left_anti", ids);
    return of(links, NearDuplicates.PARAGRAPH_A, "left_semi", ids)
        .unionByName(of(others, NearDuplicates.PARAGRAPH_B, "left_semi", ids));
  }

  private static Dataset<Row> of(Dataset<Row> links, String end, String join, Dataset<Row> ids) {
    return links.join(
        ids.withColumnRenamed(ShingleSets.PARAGRAPH_ID, end), new String[] {end}, join);
  }
}
