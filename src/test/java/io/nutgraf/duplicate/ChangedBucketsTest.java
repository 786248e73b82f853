package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.CrowdedMembers;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.testing.Frames;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.OverlapFilter;
import io.nutgraf.text.PrefixKeys;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paragraphs come and go in a corpus whose buckets are over the cap, and the join from scratch. */
@ExtendWith(SparkExtension.class)
class ChangedBucketsTest {
  private static final CandidateKeys KEYS = new PrefixKeys(0.5);
  private static final OverlapFilter FILTER = NearPipeline.filter(0.5);
  private static final int ALL = 760;

  @ParameterizedTest
  @CsvSource({"1, 4, 1", "3, 5, 16", "4, 12, 3", "8, 8, 3"})
  void linksThatTurnAreThoseByWhichTheWholeJoinDiffers(
      long seed, int cap, int partitions, SparkSession spark) {
    // given: paragraphs of which 640 are early, 30 come and 20 of the later ones go
    List<String> corpus = withTemplates(NearPipeline.corpusWithCuts(seed, ALL));
    List<Integer> days = IntStream.range(0, ALL).mapToObj(i -> 19_000 + i / 5).toList();
    Dataset<Row> ever = NearPipeline.staged(NearPipeline.sets(spark, corpus, days), partitions);
    Random random = new Random(seed);
    Set<String> added = ids(IntStream.range(0, 30).map(i -> ALL - 1 - random.nextInt(60)));
    Set<String> lost = ids(IntStream.range(0, 20).map(i -> 650 + random.nextInt(40)));
    Dataset<Row> before = ever.filter(isNotIn(added)).cache();
    Dataset<Row> now = ever.filter(isNotIn(lost)).cache();
    Dataset<Row> counts = NearPipeline.staged(NearPipeline.counts(before), 1);
    Dataset<Row> candidatesBefore = NearPipeline.candidates(before, counts, 0.5, cap).cache();
    Dataset<Row> candidatesNow = NearPipeline.candidates(now, 0.5, cap).cache();
    Dataset<Row> membersBefore = new ListCappedMembers().apply(candidatesBefore).cache();
    Dataset<Row> came = without(now, before);

    // when
    Dataset<Row> gone = goneOf(without(before, now));
    NewKeys newKeys = NearPipeline.newKeys(came, counts, membersBefore);
    Dataset<Row> cameKeys = NearPipeline.keys(came, 0.5, counts);
    Dataset<Row> members =
        new ListCrowdedMembers(newKeys, FILTER).apply(membersBefore, cameKeys, gone).cache();
    Dataset<Row> ofNew =
        new FindNewCandidates(newKeys, FILTER, cap)
            .apply(cameKeys, NearPipeline.keys(now, 0.5, counts))
            .cache();
    Dataset<Row> filled = new ListFilledBuckets().apply(ofNew).cache();
    Dataset<Row> all = members.unionByName(filled);
    Dataset<Row> pairs = new FindCrowdedPairs(FILTER, cap).apply(all).cache();
    Dataset<Row> compared =
        new FindComparedSets()
            .apply(
                now,
                FindComparedSets.pairs(ofNew)
                    .unionByName(FindComparedSets.pairs(FindTurnedLinks.turning(pairs))))
            .cache();
    Set<Row> turned =
        rows(
            new FindTurnedLinks(KEYS, newKeys.order(), CrowdedKeys.of(all), FILTER)
                .apply(pairs, compared));

    // then: links are those there were, those of the new, and those that turn ...
    Set<Row> linksBefore = links(before, candidatesBefore);
    Set<Row> dropped = thatTurn(turned, false);
    Set<Row> come = thatTurn(turned, true);
    assertThat(linksBefore).containsAll(dropped).doesNotContainAnyElementsOf(come);
    Set<Row> together = new HashSet<>(linksBefore);
    together.removeAll(dropped);
    together.removeIf(link -> has(link, lost));
    together.addAll(rows(new LinkNearCopies(FILTER).apply(came, compared, ofNew)));
    Set<Row> withoutThoseThatCome = new HashSet<>(together);
    together.addAll(come);
    assertThat(together).isEqualTo(links(now, candidatesNow));
    // ... and so is who is in which bucket
    Set<Row> membersNow = rows(new ListCappedMembers().apply(candidatesNow));
    assertThat(new ListOverCap(cap).apply(all).collectAsList())
        .containsExactlyInAnyOrderElementsOf(membersNow);

    // and it is not for want of buckets that change, of new ones, or of links that turn
    assertThat(buckets(members.where(isChanged()))).hasSizeGreaterThan(2);
    assertThat(buckets(members.where(col(CrowdedMembers.WAS_THERE).and(isChanged()))))
        .containsAnyElementsOf(
            buckets(members.where(col(CrowdedMembers.IS_THERE).and(isChanged()))));
    assertThat(dropped).isNotEmpty();
    assertThat(withoutThoseThatCome).isNotEqualTo(together);
    assertThat(come).anyMatch(link -> !has(link, added));
    assertThat(buckets(filled)).isNotEmpty().doesNotContainAnyElementsOf(buckets(members));
  }

  /** Every fourth is one of three texts of some length, with a word or two of its own. */
  private static List<String> withTemplates(List<String> paragraphs) {
    return IntStream.range(0, paragraphs.size())
        .mapToObj(
            i ->
                i % 4 < 3
                    ? paragraphs.get(i)
                    : NearPipeline.numbered("t" + i % 3, 15 + i % 13) + " name" + i + " sum" + i)
        .toList();
  }

  private static Set<Long> buckets(Dataset<Row> members) {
    return rows(members).stream().map(row -> row.getLong(0)).collect(Collectors.toSet());
  }

  private static Set<String> ids(IntStream paragraphs) {
    return paragraphs.mapToObj(NearPipeline::id).collect(Collectors.toSet());
  }

  private static Column isNotIn(Set<String> ids) {
    return not(col(ShingleSets.PARAGRAPH_ID).isInCollection(ids));
  }

  private static Dataset<Row> without(Dataset<Row> sets, Dataset<Row> others) {
    return sets.join(others, new String[] {ShingleSets.PARAGRAPH_ID}, "left_anti");
  }

  private static Dataset<Row> goneOf(Dataset<Row> sets) {
    return sets.select(ShingleSets.PARAGRAPH_ID, ShingleSets.PARAGRAPH_KEY);
  }

  private static Column isChanged() {
    return col(CrowdedMembers.WAS_THERE).notEqual(col(CrowdedMembers.IS_THERE));
  }

  /** Without whether they come or go. */
  private static Set<Row> thatTurn(Set<Row> turned, boolean isTried) {
    return turned.stream()
        .filter(link -> link.getBoolean(4) == isTried)
        .map(link -> Frames.row(link.get(0), link.get(1), link.get(2), link.get(3)))
        .collect(Collectors.toSet());
  }

  private static boolean has(Row link, Set<String> ids) {
    return ids.contains(link.getString(0)) || ids.contains(link.getString(1));
  }

  private static Set<Row> links(Dataset<Row> sets, Dataset<Row> candidates) {
    return rows(new LinkNearCopies(FILTER).apply(sets, candidates));
  }

  private static Set<Row> rows(Dataset<Row> rows) {
    return new HashSet<>(rows.collectAsList());
  }
}
