package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.nutgraf.duplicate.EarlyOrder;
import io.nutgraf.duplicate.FindComparedSets;
import io.nutgraf.duplicate.FindNewCandidates;
import io.nutgraf.duplicate.LinkNearCopies;
import io.nutgraf.duplicate.ListLinkedSets;
import io.nutgraf.duplicate.NewKeys;
import io.nutgraf.table.ComparedSets;
import io.nutgraf.table.FoundLinks;
import io.nutgraf.table.LinkedSets;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.NewCandidates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.table.TurnedLinks;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.warehouse.EarlierSnapshots;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The links of a night: those there were, without those of paragraphs that are gone, those of
 * paragraphs that came, and those that come and go because buckets over the cap changed. Two
 * paragraphs that stay are tried as before in every bucket that was and is within the cap, so no
 * other link can be another.
 *
 * <p>All keys are read, for those of the paragraphs that came, and then all shingle sets, for those
 * of whoever is compared.
 */
final class NewLinks {
  private static final String[] BY_PAIR = {NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B};

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
   * Stages candidates and links.
   *
   * @param order of the shingles, which still holds
   */
  NearSteps.Links make(
      EarlierSnapshots earlier, EarlyOrder order, NearChanges news, KeptShingles.Sets kept) {
    CappedBuckets buckets = new CappedBuckets(filter, bucketCap, earlier, steps);
    Dataset<Row> came = kept.cameKeys();
    NewKeys newKeys = NewKeys.of(came, news.nCame(), keys, order, buckets.keys());
    Dataset<Row> candidates =
        steps.make(
            NewCandidates.TABLE,
            new FindNewCandidates(newKeys, filter, bucketCap).apply(came, kept.allKeys()));
    buckets.change(newKeys, came, news.gone(), candidates);
    capped = buckets.keep();

    Dataset<Row> compared =
        steps.make(
            ComparedSets.TABLE,
            new FindComparedSets().apply(kept.all(), pairs(candidates, buckets.turning())));
    Optional<Dataset<Row>> turned = buckets.turn(newKeys, compared);
    Dataset<Row> ofNew = new LinkNearCopies(filter).apply(kept.came(), compared, candidates);
    Dataset<Row> found =
        steps.make(
            FoundLinks.TABLE,
            // In a bucket that was just filled both find the links of the new paragraphs.
            turned.map(links -> ofNew.unionByName(thatCome(links)).distinct()).orElse(ofNew));
    return keep(earlier, dropped(earlier, news, turned), found, compared);
  }

  /** Who is in buckets over the cap, once links are made. */
  Dataset<Row> capped() {
    return capped;
  }

  private NearSteps.Links keep(
      EarlierSnapshots earlier,
      Optional<Dataset<Row>> dropped,
      Dataset<Row> found,
      Dataset<Row> compared) {
    Dataset<Row> before = earlier.read(NearDuplicates.TABLE);
    Dataset<Row> left =
        dropped.map(links -> before.join(links, BY_PAIR, "left_anti")).orElse(before);
    Dataset<Row> links = steps.make(NearDuplicates.TABLE, left.unionByName(found));
    return new NearSteps.Links(
        links,
        dropped.orElse(before.limit(0)),
        found,
        keepLinked(earlier, new ListLinkedSets().apply(compared, found), links));
  }

  private Dataset<Row> keepLinked(
      EarlierSnapshots earlier, Dataset<Row> ofFound, Dataset<Row> links) {
    Dataset<Row> known = earlier.read(LinkedSets.TABLE);
    Dataset<Row> unknown =
        ofFound.join(known.select(ShingleSets.PARAGRAPH_ID), BY_PARAGRAPH, "left_anti");
    return earlier.isInManyPieces(LinkedSets.TABLE)
        ? steps.make(
            LinkedSets.TABLE, new ListLinkedSets().apply(known.unionByName(unknown), links))
        : steps.add(LinkedSets.TABLE, earlier, unknown);
  }

  private static Optional<Dataset<Row>> dropped(
      EarlierSnapshots earlier, NearChanges news, Optional<Dataset<Row>> turned) {
    Dataset<Row> before = earlier.read(NearDuplicates.TABLE);
    Optional<Dataset<Row>> ofGone =
        news.nGone() == 0
            ? Optional.empty()
            : Optional.of(withAnEndIn(before, news.gone().select(ShingleSets.PARAGRAPH_ID)));
    Optional<Dataset<Row>> ofTurned =
        turned.map(
            links -> NearDuplicates.TABLE.conform(links.where(not(col(TurnedLinks.IS_TRIED)))));
    return ofGone
        .map(links -> Persisted.rows(ofTurned.map(links::unionByName).orElse(links)))
        .or(() -> ofTurned);
  }

  private static Dataset<Row> pairs(Dataset<Row> candidates, Optional<Dataset<Row>> crowdedPairs) {
    Dataset<Row> pairs = FindComparedSets.pairs(candidates);
    return crowdedPairs
        .map(crowded -> pairs.unionByName(FindComparedSets.pairs(crowded)))
        .orElse(pairs);
  }

  private static Dataset<Row> thatCome(Dataset<Row> turned) {
    return NearDuplicates.TABLE.conform(turned.where(col(TurnedLinks.IS_TRIED)));
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
