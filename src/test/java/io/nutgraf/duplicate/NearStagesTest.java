package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.CappedMembers;
import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.PrefixKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.RepartitionByExpression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class NearStagesTest {
  private static final int CAP = 1000;

  @Test
  void aCutParagraphIsContainedWhenItIsLongEnough(SparkSession spark) {
    List<String> corpus =
        List.of(
            NearPipeline.numbered("word", 14) + ' ' + NearPipeline.numbered("more", 12),
            NearPipeline.numbered("word", 14) + " now ended",
            NearPipeline.numbered("other", 12) + ' ' + NearPipeline.numbered("else", 10),
            NearPipeline.numbered("other", 12) + " now ended");

    assertThat(NearPipeline.links(NearPipeline.texts(spark, corpus), 0.5, CAP).collectAsList())
        .containsExactly(
            row(NearPipeline.smaller(0, 1), NearPipeline.greater(0, 1), 12.0 / 26, 12.0 / 14));
  }

  @Test
  void shortParagraphsTakeNoPart(SparkSession spark) {
    Dataset<Row> texts =
        NearPipeline.texts(
            spark,
            List.of(NearPipeline.numbered("w", 7), NearPipeline.numbered("w", 7) + " more", ""));

    assertThat(NearPipeline.sets(texts).select(ShingleSets.WORDS).collectAsList())
        .containsExactly(row(8));
    assertThat(NearPipeline.links(texts, 0.5, CAP).collectAsList()).isEmpty();
  }

  @Test
  void bucketsOverTheCapAreReportedAndTheirMembersStayConnected(SparkSession spark) {
    List<String> variants =
        IntStream.range(0, 200)
            .mapToObj(i -> NearPipeline.numbered("template", 30) + " name" + i + " sum" + i)
            .toList();
    Dataset<Row> sets = NearPipeline.sets(NearPipeline.texts(spark, variants));
    Dataset<Row> candidates = NearPipeline.candidates(sets, 0.5, 50).cache();

    Dataset<Row> members = new ListCappedMembers().apply(candidates);
    Dataset<Row> links = new LinkNearCopies(NearPipeline.filter(0.5)).apply(sets, candidates);

    assertThat(members.collectAsList()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(members.groupBy(CappedMembers.BUCKET).count().select("count").collectAsList())
        .containsOnly(row(200L));
    assertThat(members.select(CappedMembers.PARAGRAPH_KEY).distinct().count()).isEqualTo(200);
    assertThat(links.count()).isBetween(199L, 200L * 5);
  }

  @Test
  void shufflesNeitherTextNorShinglesBeforeTheComparison(SparkSession spark) {
    Dataset<Row> sets =
        NearPipeline.staged(
            NearPipeline.sets(NearPipeline.texts(spark, NearPipeline.corpus(2, 50))), 2);
    Dataset<Row> candidates = NearPipeline.candidates(sets, 0.5, CAP);
    Dataset<Row> newCandidates =
        NearPipeline.newCandidates(sets.limit(5), sets, NearPipeline.counts(sets), CAP);

    assertThat(shuffled(candidates.queryExecution().optimizedPlan()))
        .containsExactly("group", "block");
    assertThat(shuffled(newCandidates.queryExecution().optimizedPlan()))
        .containsExactly("group", "block");
  }

  private static List<String> shuffled(LogicalPlan plan) {
    List<String> columns = new ArrayList<>();
    plan.foreach(
        node -> {
          if (node instanceof RepartitionByExpression) {
            node.output().foreach(column -> columns.add(column.name()));
          }
          return null;
        });
    return columns;
  }

  @Test
  void parametersMustMakeSense() {
    assertThatThrownBy(() -> new PrefixKeys(0))
        .hasMessage("threshold must be above 0 and at most 1, but is 0.0");
    assertThatThrownBy(() -> new ListShingles(2))
        .hasMessage("minWords must be at least 3, but is 2");
    assertThatThrownBy(() -> new FindCandidates(new PrefixKeys(0.5), NearPipeline.filter(0.5), 1))
        .hasMessage("cap must be at least 2, but is 1");
    assertThatThrownBy(() -> new FindNewCandidates(null, NearPipeline.filter(0.5), 1))
        .hasMessage("cap must be at least 2, but is 1");
    assertThatThrownBy(() -> new CountShingles(new PrefixKeys(0.5), 0))
        .hasMessage("maxSlots must be at least 1, but is 0");
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
}
