package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.CappedBuckets;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.BandKeys;
import io.nutgraf.text.PrefixKeys;
import io.nutgraf.text.Shingles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class NearJoinTest {
  private static final int CAP = 1000;

  @ParameterizedTest
  @ValueSource(doubles = {0.3, 0.5, 0.7, 0.9})
  void findsEveryPairThatTryingAllPairsFinds(double threshold, SparkSession spark) {
    List<String> corpus = NearPipeline.corpus((long) (threshold * 100), 400);
    List<Row> expected = bruteForce(corpus, threshold);

    List<Row> links =
        NearPipeline.links(NearPipeline.texts(spark, corpus), threshold, CAP)
            .where("jaccard >= " + threshold)
            .collectAsList();

    assertThat(expected).isNotEmpty();
    assertThat(links).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void findsEveryPairWhateverTheSizeOfTheSketch(SparkSession spark) {
    List<String> corpus = NearPipeline.corpus(3, 300);
    Dataset<Row> sets = NearPipeline.sets(NearPipeline.texts(spark, corpus));
    Dataset<Row> candidates =
        new FindCandidates(new PrefixKeys(0.5), NearPipeline.filter(0.5), CAP, 16).apply(sets);

    assertThat(
            new LinkNearCopies(NearPipeline.filter(0.5))
                .apply(sets, candidates)
                .where("jaccard >= 0.5")
                .collectAsList())
        .containsExactlyInAnyOrderElementsOf(bruteForce(corpus, 0.5));
  }

  @Test
  void publishesNothingThatIsNoNearCopy(SparkSession spark) {
    List<Row> links =
        NearPipeline.links(NearPipeline.texts(spark, NearPipeline.corpus(8, 400)), 0.5, CAP)
            .collectAsList();

    assertThat(links)
        .isNotEmpty()
        .allSatisfy(
            link -> {
              assertThat(link.getString(0)).isLessThan(link.getString(1));
              assertThat(link.getDouble(2) >= 0.5 || link.getDouble(3) >= 0.8).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 64})
  void givesTheSameWhateverTheOrderAndThePartitions(int partitions, SparkSession spark) {
    List<String> corpus = NearPipeline.corpus(21, 300);
    Dataset<Row> texts = NearPipeline.texts(spark, corpus);
    List<Row> shuffledRows = new ArrayList<>(texts.collectAsList());
    Collections.shuffle(shuffledRows, new Random(partitions));
    Dataset<Row> shuffled =
        spark.createDataFrame(shuffledRows, texts.schema()).repartition(partitions);

    // A cap of five, so that crowded buckets are among what must not change.
    assertThat(NearPipeline.links(shuffled, 0.5, 5).collectAsList())
        .containsExactlyInAnyOrderElementsOf(
            NearPipeline.links(texts.coalesce(1), 0.5, 5).collectAsList());
  }

  @Test
  void aCutParagraphIsContainedWhenItIsLongEnough(SparkSession spark) {
    List<String> corpus =
        List.of(
            numbered("word", 14) + ' ' + numbered("more", 12),
            numbered("word", 14) + " now ended",
            numbered("other", 12) + ' ' + numbered("else", 10),
            numbered("other", 12) + " now ended");

    assertThat(NearPipeline.links(NearPipeline.texts(spark, corpus), 0.5, CAP).collectAsList())
        .containsExactly(row(smaller(0, 1), greater(0, 1), 12.0 / 26, 12.0 / 14));
  }

  @Test
  void shortParagraphsTakeNoPart(SparkSession spark) {
    Dataset<Row> texts =
        NearPipeline.texts(spark, List.of(numbered("w", 7), numbered("w", 7) + " more", ""));

    assertThat(NearPipeline.sets(texts).select(ShingleSets.WORDS).collectAsList())
        .containsExactly(row(8));
    assertThat(NearPipeline.links(texts, 0.5, CAP).collectAsList()).isEmpty();
  }

  @Test
  void bucketsOverTheCapAreReportedAndTheirMembersStayConnected(SparkSession spark) {
    List<String> variants =
        IntStream.range(0, 200)
            .mapToObj(i -> numbered("template", 30) + " name" + i + " sum" + i)
            .toList();
    Dataset<Row> sets = NearPipeline.sets(NearPipeline.texts(spark, variants));
    Dataset<Row> candidates = NearPipeline.candidates(sets, 0.5, 50).cache();

    List<Row> buckets = new ListCappedBuckets().apply(candidates).collectAsList();
    Dataset<Row> links = new LinkNearCopies(NearPipeline.filter(0.5)).apply(sets, candidates);

    assertThat(buckets).isNotEmpty();
    assertThat(buckets)
        .extracting(bucket -> bucket.<Long>getAs(CappedBuckets.MEMBERS))
        .containsOnly(200L);
    assertThat(candidates.where("bucket IS NOT NULL").select("paragraph_key_a").distinct().count())
        .isEqualTo(200);
    assertThat(links.count()).isBetween(199L, 200L * 5);
  }

  @Test
  void shufflesNeitherTextNorShinglesBeforeTheComparison(SparkSession spark) {
    Dataset<Row> sets = NearPipeline.sets(NearPipeline.texts(spark, NearPipeline.corpus(2, 50)));
    LogicalPlan plan = NearPipeline.candidates(sets, 0.5, CAP).queryExecution().optimizedPlan();

    List<String> shuffled = new ArrayList<>();
    for (LogicalPlan node = plan; !(node instanceof LeafNode); node = node.children().head()) {
      assertThat(node.children().size()).isEqualTo(1);
      if (node instanceof RepartitionByExpression) {
        node.output().foreach(column -> shuffled.add(column.name()));
      }
    }
    assertThat(shuffled).containsExactly("group", "block");
  }

  @Test
  void bandsFindMostPairsAndOnlyTrueOnes(SparkSession spark) {
    List<String> corpus = NearPipeline.corpus(13, 300);
    Dataset<Row> sets = NearPipeline.sets(NearPipeline.texts(spark, corpus));
    List<Row> expected = bruteForce(corpus, 0.5);

    List<Row> found =
        new LinkNearCopies(NearPipeline.filter(0.5))
            .apply(sets, NearPipeline.candidates(sets, new BandKeys(32, 4), 0.5, CAP))
            .where("jaccard >= 0.5")
            .collectAsList();

    assertThat(expected).containsAll(found);
    assertThat(found.size()).isGreaterThan(expected.size() * 9 / 10);
  }

  @Test
  void parametersMustMakeSense() {
    assertThatThrownBy(() -> new PrefixKeys(0))
        .hasMessage("threshold must be above 0 and at most 1, but is 0.0");
    assertThatThrownBy(() -> new ListShingles(2))
        .hasMessage("minWords must be at least 3, but is 2");
    assertThatThrownBy(
            () -> new FindCandidates(new PrefixKeys(0.5), NearPipeline.filter(0.5), 1, 16))
        .hasMessage("cap must be at least 2, but is 1");
  }

  @Test
  void noTextsGiveNoLinks(SparkSession spark) {
    Dataset<Row> links = NearPipeline.links(NearPipeline.texts(spark, List.of()), 0.5, CAP);

    assertThat(links.schema()).isEqualTo(NearDuplicates.TABLE.schema());
    assertThat(links.collectAsList()).isEmpty();
    assertThat(
            NearPipeline.candidates(
                    NearPipeline.sets(NearPipeline.texts(spark, List.of())), 0.5, CAP)
                .schema())
        .isEqualTo(NearCandidates.TABLE.schema());
  }

  private static List<Row> bruteForce(List<String> corpus, double threshold) {
    List<Row> pairs = new ArrayList<>();
    List<long[]> sets = corpus.stream().map(text -> new Shingles().of(text)).toList();
    for (int a = 0; a < corpus.size(); a++) {
      for (int b = a + 1; b < corpus.size(); b++) {
        double jaccard = Shingles.jaccard(sets.get(a), sets.get(b));
        if (isLong(corpus.get(a)) && isLong(corpus.get(b)) && jaccard >= threshold) {
          double containment = Shingles.containment(sets.get(a), sets.get(b));
          pairs.add(row(smaller(a, b), greater(a, b), jaccard, containment));
        }
      }
    }
    return pairs;
  }

  private static boolean isLong(String text) {
    return text.split(" ").length >= NearPipeline.MIN_WORDS;
  }

  private static String smaller(int a, int b) {
    return NearPipeline.id(a).compareTo(NearPipeline.id(b)) < 0
        ? NearPipeline.id(a)
        : NearPipeline.id(b);
  }

  private static String greater(int a, int b) {
    return smaller(a, b).equals(NearPipeline.id(a)) ? NearPipeline.id(b) : NearPipeline.id(a);
  }

  private static String numbered(String word, int n) {
    return String.join(" ", IntStream.range(0, n).mapToObj(i -> word + i).toList());
  }
}
