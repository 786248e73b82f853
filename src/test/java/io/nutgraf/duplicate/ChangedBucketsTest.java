package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.ShingleSets;
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
  @CsvSource({"1, 4, 1", "2, 20, 3", "3, 30, 16"})
  void linksOfAllOthersAreWhatTheyWere(long seed, int cap, int partitions, SparkSession spark) {
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
    FindCandidates find = new FindCandidates(KEYS, FILTER, cap);
    Dataset<Row> candidatesBefore = find.apply(before, counts).cache();
    Dataset<Row> candidatesNow = find.apply(now, NearPipeline.counts(now)).cache();
    Dataset<Row> membersBefore = new ListCappedMembers().apply(candidatesBefore).cache();
    Dataset<Row> came = without(now, before);

    // when
    Dataset<Row> touched =
        new FindTouchedBuckets(NearPipeline.newKeys(came, counts))
            .apply(membersBefore, without(before, now))
            .cache();
    Dataset<Row> compared = came.unionByName(without(members(now, touched), came)).cache();
    Dataset<Row> first = NearPipeline.newCandidates(compared, now, counts, cap).cache();
    Dataset<Row> filled = new FindFilledBuckets().apply(first, membersBefore).cache();
    Dataset<Row> again = members(now, filled);
    Dataset<Row> candidates =
        again.isEmpty()
            ? first
            : first.unionByName(NearPipeline.newCandidates(again, now, counts, cap)).cache();

    // then: links of nobody new and nobody compared again are the same ...
    Set<String> looked = new HashSet<>(added);
    compared
        .unionByName(again)
        .select(ShingleSets.PARAGRAPH_ID)
        .collectAsList()
        .forEach(row -> looked.add(row.getString(0)));
    Set<Row> together = links(before, candidatesBefore);
    together.removeIf(link -> has(link, lost) || has(link, looked));
    together.addAll(links(now, candidates));
    assertThat(together).isEqualTo(links(now, candidatesNow));
    // ... and so is who is in which bucket
    Set<Row> members = rows(membersBefore);
    Set<Long> changedBuckets = buckets(touched);
    members.removeIf(row -> changedBuckets.contains(row.getLong(0)));
    members.addAll(rows(new ListCappedMembers().apply(candidates)));
    assertThat(members).isEqualTo(rows(new ListCappedMembers().apply(candidatesNow)));

    // and it is not for want of buckets, or because all were looked at
    assertThat(changedBuckets).hasSizeGreaterThan(2);
    assertThat(buckets(filled)).noneMatch(changedBuckets::contains);
    assertThat(looked.size() - added.size()).isBetween(5, 600);
    Set<Row> withoutAgain = links(before, candidatesBefore);
    withoutAgain.removeIf(link -> has(link, lost));
    withoutAgain.addAll(links(now, NearPipeline.newCandidates(came, now, counts, cap)));
    assertThat(withoutAgain).isNotEqualTo(together);
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

  private static Dataset<Row> members(Dataset<Row> sets, Dataset<Row> members) {
    return sets.join(
        members.select(CappedMembers.PARAGRAPH_KEY),
        new String[] {ShingleSets.PARAGRAPH_KEY},
        "left_semi");
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
