package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.PrefixKeys;
import io.nutgraf.text.Shingles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
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
        NearPipeline.candidates(
            sets, new CountShingles(new PrefixKeys(0.5), 16).apply(sets), 0.5, CAP);

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

  private static List<Row> bruteForce(List<String> corpus, double threshold) {
    List<Row> pairs = new ArrayList<>();
    List<long[]> sets = corpus.stream().map(text -> new Shingles().of(text)).toList();
    for (int a = 0; a < corpus.size(); a++) {
      for (int b = a + 1; b < corpus.size(); b++) {
        double jaccard = Shingles.jaccard(sets.get(a), sets.get(b));
        if (isLong(corpus.get(a)) && isLong(corpus.get(b)) && jaccard >= threshold) {
          double containment = Shingles.containment(sets.get(a), sets.get(b));
          pairs.add(
              row(NearPipeline.smaller(a, b), NearPipeline.greater(a, b), jaccard, containment));
        }
      }
    }
    return pairs;
  }

  private static boolean isLong(String text) {
    return text.split(" ").length >= NearPipeline.MIN_WORDS;
  }
}
