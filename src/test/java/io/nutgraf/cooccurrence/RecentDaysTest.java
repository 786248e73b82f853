package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Mentions;
import io.nutgraf.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class RecentDaysTest {
  private static final Set<String> METHODS = Set.of("full");
  private static final int MAX_ACTORS = 9;
  private static final int DAYS = 4;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theLastDaysAreCountedAsIfAllWere(long seed, SparkSession spark) {
    RandomNews news = RandomNews.withNearCopies(seed);
    Dataset<Row> mentions = news.mentions(spark);
    Dataset<Row> evidence =
        new ListEvidence(MAX_ACTORS).apply(new ListUnits(METHODS).apply(mentions));
    Dataset<Row> contents =
        new DateContents()
            .apply(
                new ListContents()
                    .apply(news.paragraphs(spark), news.members(spark), news.clusters(spark)));
    RecentDays recent = RecentDays.of(DAYS, LocalDate.parse("2014-11-09"));

    Dataset<Row> all = count(spark, news, evidence, mentions, contents);
    Dataset<Row> last =
        count(
            spark,
            news,
            recent.byDay(evidence, Evidence.DAY),
            recent.byTime(mentions, Mentions.PUBLISHED_AT),
            contents);

    List<String> expected = rows(recent.byDay(all, Cooccurrence.DAY));
    assertThat(rows(recent.byDay(last, Cooccurrence.DAY))).isEqualTo(expected).isNotEmpty();
    assertThat(expected.size()).isLessThan(rows(all).size());
  }

  private static Dataset<Row> count(
      SparkSession spark,
      RandomNews news,
      Dataset<Row> evidence,
      Dataset<Row> mentions,
      Dataset<Row> contents) {
    return new CountPairs(METHODS, MAX_ACTORS)
        .apply(evidence, mentions, contents, news.members(spark), news.clusters(spark));
  }

  private static List<String> rows(Dataset<Row> pairs) {
    return pairs
        .drop(Cooccurrence.N_EVIDENCE)
        .orderBy(col(Cooccurrence.UNIT), col(Cooccurrence.DAY), col("actor_a"), col("actor_b"))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }
}
