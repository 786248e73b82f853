package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.OverlapFilter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A night that looks only for links of new paragraphs, and the join from scratch. */
@ExtendWith(SparkExtension.class)
class FrozenOrderTest {
  private static final int CAP = 1000;
  private static final OverlapFilter FILTER = NearPipeline.filter(0.5);

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 3", "3, 16", "4, 5"})
  void oldLinksAndThoseOfANightAreThoseOfTheWholeJoin(
      long seed, int partitions, SparkSession spark) {
    // given: 640 paragraphs until some day, and a twelfth more in a night
    int old = 700;
    List<String> corpus = NearPipeline.corpusWithCuts(seed, 760);
    List<Integer> days = days(corpus.size(), new Random(seed));
    Dataset<Row> all = NearPipeline.staged(NearPipeline.sets(spark, corpus, days), partitions);
    Dataset<Row> before =
        NearPipeline.staged(
            NearPipeline.sets(spark, corpus.subList(0, old), days.subList(0, old)), partitions);
    Dataset<Row> added = NearPipeline.staged(without(all, before), 2);
    Dataset<Row> countsBefore = NearPipeline.staged(NearPipeline.counts(before), 1);

    // when
    Set<Row> whole = links(all, NearPipeline.candidates(all, 0.5, CAP));
    Set<Row> known = links(before, NearPipeline.candidates(before, countsBefore, 0.5, CAP));
    Dataset<Row> candidates =
        NearPipeline.staged(NearPipeline.newCandidates(added, all, countsBefore, CAP), 1);
    Set<Row> found = links(all, candidates);

    // then: exactly the same, and none twice
    assertThat(new LinkNearCopies(FILTER).apply(added, all, candidates).collectAsList())
        .containsExactlyInAnyOrderElementsOf(found);
    assertThat(found).doesNotContainAnyElementsOf(known);
    Set<Row> together = new HashSet<>(known);
    together.addAll(found);
    assertThat(together).isEqualTo(whole);
    assertThat(candidates.where("bucket IS NOT NULL").count()).isZero();

    // and it is not for want of links, or of links that need the order
    ShingleOrder order = ShingleOrder.of(countsBefore);
    assertThat(added.where(order.isEarly()).isEmpty()).isTrue();
    assertThat(order.stillHolds(all.count(), 0)).isTrue();
    assertThat(found).hasSizeGreaterThan(5).anyMatch(FrozenOrderTest::isOnlyContained);
    assertThat(known.stream().filter(FrozenOrderTest::isOnlyContained)).hasSizeGreaterThan(50);
    Dataset<Row> undated = NearPipeline.sets(NearPipeline.texts(spark, corpus));
    Set<Row> inAnotherOrder = links(all, NearPipeline.candidates(undated, 0.5, CAP));
    assertThat(inAnotherOrder).isNotEqualTo(whole);
    assertThat(promised(inAnotherOrder)).isEqualTo(promised(whole));
  }

  @Test
  void aNightGivesTheCandidatesOfTheWholeJoinThatHaveANewParagraph(SparkSession spark) {
    List<String> corpus = NearPipeline.corpusWithCuts(9, 300);
    Dataset<Row> all = NearPipeline.staged(NearPipeline.sets(NearPipeline.texts(spark, corpus)), 4);
    Dataset<Row> added = all.where("paragraph_id < '20000000'");
    Dataset<Row> counts = NearPipeline.staged(NearPipeline.counts(all), 1);
    Set<Long> keys = new HashSet<>();
    added
        .select(ShingleSets.PARAGRAPH_KEY)
        .collectAsList()
        .forEach(row -> keys.add(row.getLong(0)));

    Set<Row> expected =
        new HashSet<>(NearPipeline.candidates(all, counts, 0.5, CAP).collectAsList());
    expected.removeIf(pair -> !keys.contains(pair.getLong(0)) && !keys.contains(pair.getLong(1)));

    assertThat(keys).hasSizeBetween(10, 100);
    assertThat(expected).isNotEmpty();
    assertThat(new HashSet<>(NearPipeline.newCandidates(added, all, counts, CAP).collectAsList()))
        .isEqualTo(expected);
    assertThat(new HashSet<>(NearPipeline.newCandidates(all, all, counts, CAP).collectAsList()))
        .isEqualTo(new HashSet<>(NearPipeline.candidates(all, counts, 0.5, CAP).collectAsList()));
  }

  @Test
  void noNewParagraphsGiveNoCandidates(SparkSession spark) {
    Dataset<Row> all =
        NearPipeline.sets(NearPipeline.texts(spark, NearPipeline.corpusWithCuts(9, 50)));
    Dataset<Row> none = NearPipeline.sets(NearPipeline.texts(spark, List.of()));

    assertThat(NearPipeline.newCandidates(none, all, NearPipeline.counts(all), CAP).collectAsList())
        .isEmpty();
    assertThat(NearPipeline.newCandidates(none, none, NearPipeline.counts(none), CAP).schema())
        .isEqualTo(NearCandidates.TABLE.schema());
    assertThat(
            new HashSet<>(
                NearPipeline.newCandidates(all, all, NearPipeline.counts(none), CAP)
                    .collectAsList()))
        .isNotEmpty();
  }

  @Test
  void theCrowdOfANewParagraphIsReportedAndNoOther(SparkSession spark) {
    List<String> variants = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String template = NearPipeline.numbered(i < 50 ? "one" : "two", 30);
      variants.add(template + " name" + i + " sum" + i);
    }
    variants.add(NearPipeline.numbered("one", 30) + " name sum of the new");
    Dataset<Row> all =
        NearPipeline.staged(NearPipeline.sets(NearPipeline.texts(spark, variants)), 3);
    Dataset<Row> added = all.where("paragraph_id = '" + NearPipeline.id(100) + "'");

    Dataset<Row> crowded =
        new ListCappedMembers()
            .apply(NearPipeline.newCandidates(added, all, NearPipeline.counts(all), 50));

    assertThat(crowded.groupBy(CappedMembers.BUCKET).count().select("count").collectAsList())
        .isNotEmpty()
        .containsOnly(row(51L));
  }

  @Test
  void bucketsAtTheCapAreNotCrowdedByANewParagraphThatIsAmongAllToo(SparkSession spark) {
    List<String> variants =
        IntStream.range(0, 40)
            .mapToObj(i -> NearPipeline.numbered("word", 30) + " name" + i + " sum" + i)
            .toList();
    Dataset<Row> all =
        NearPipeline.staged(NearPipeline.sets(NearPipeline.texts(spark, variants)), 3);

    List<Row> candidates =
        NearPipeline.newCandidates(all.limit(20), all, NearPipeline.counts(all), 40)
            .collectAsList();

    assertThat(candidates).allMatch(row -> row.isNullAt(2));
    assertThat(new HashSet<>(candidates)).hasSize(20 * 19 / 2 + 20 * 20);
  }

  /** Five paragraphs a day in the order of the list, a few of the later ones undated. */
  private static List<Integer> days(int paragraphs, Random random) {
    List<Integer> days = new ArrayList<>();
    for (int i = 0; i < paragraphs; i++) {
      days.add(i > 400 && random.nextInt(20) == 0 ? null : Integer.valueOf(19_000 + i / 5));
    }
    return days;
  }

  private static Set<Row> links(Dataset<Row> sets, Dataset<Row> candidates) {
    List<Row> links = new LinkNearCopies(FILTER).apply(sets, candidates).collectAsList();
    assertThat(links).doesNotHaveDuplicates();
    return new HashSet<>(links);
  }

  private static boolean isOnlyContained(Row link) {
    return link.getDouble(2) < 0.5;
  }

  /** Links that any order finds. */
  private static Set<Row> promised(Set<Row> links) {
    Set<Row> similar = new HashSet<>(links);
    similar.removeIf(FrozenOrderTest::isOnlyContained);
    return similar;
  }

  private static Dataset<Row> without(Dataset<Row> sets, Dataset<Row> others) {
    return sets.join(others, new String[] {ShingleSets.PARAGRAPH_ID}, "left_anti");
  }
}
