package io.nutgraf.job;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.table.Texts;
import io.nutgraf.testing.SparkExtension;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CopiedStoriesTest {

  @Test
  void oneStoryIsAParagraphOnThePageAndEachOfItsParagraphsInTheTerminal(SparkSession spark) {
    Dataset<Row> clusters =
        rows(
            spark,
            Clusters.TABLE,
            cluster("c1", "syndicated", 3, "wire", 20),
            cluster("c2", "syndicated", 4, "wire", 20),
            cluster("c3", "syndicated", 2, "other", 20),
            cluster("c4", "furniture", 9, "other", 20),
            cluster("c5", "syndicated", 9, "short", 7));
    Dataset<Row> texts =
        rows(
            spark,
            Texts.TABLE,
            row("c1", "one", 20, 1),
            row("c2", "𝄞".repeat(300), 20, 1),
            row("c3", "three", 20, 1));

    CopiedStories copied = new CopiedStories(clusters);

    assertThat(copied.firstCopies(spark).collectAsList())
        .containsExactlyInAnyOrder(row("c1", "wire"), row("c2", "wire"), row("c3", "other"));
    CopiedStories.Shown shown = show(copied, spark, texts);
    assertThat(shown.paragraphs())
        .extracting(RunReport.Copied::text)
        .containsExactly("𝄞".repeat(100), "one", "three");
    assertThat(shown.stories())
        .extracting(
            NightPage.Copied::clusterId, NightPage.Copied::text, NightPage.Copied::otherClusters)
        .containsExactly(tuple("c2", "𝄞".repeat(280) + "…", 1L), tuple("c3", "three", 0L));
  }

  @Test
  void withoutCopiesThereIsNothingToShow(SparkSession spark) {
    CopiedStories copied = new CopiedStories(rows(spark, Clusters.TABLE));

    assertThat(show(copied, spark, rows(spark, Texts.TABLE)))
        .isEqualTo(new CopiedStories.Shown(List.of(), List.of()));
  }

  private static CopiedStories.Shown show(
      CopiedStories copied, SparkSession spark, Dataset<Row> texts) {
    return copied.show(
        texts,
        rows(spark, ClusterMembers.TABLE),
        rows(spark, Paragraphs.TABLE),
        rows(spark, Articles.TABLE));
  }

  private static Row cluster(String id, String kind, long sources, String article, int words) {
    return row(
        id, kind, 1L, sources, sources, sources, article, article, null, null, 1.0, 0, words);
  }
}
