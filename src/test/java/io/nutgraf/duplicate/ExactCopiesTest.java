package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.Articles;
import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.Originality;
import io.nutgraf.table.Paragraphs;
import io.nutgraf.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ExactCopiesTest {
  private static final ClassifyReuse CLASSIFY = new ClassifyReuse(3, 2, 8);

  @Test
  void theFirstCopyIsTheEarliestThenTheSmallestIdThenTheUpperParagraph(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            Paragraphs.TABLE,
            row("c", 0, "p", 9, "s", null),
            row("b", 4, "p", 9, "s", day(2)),
            row("b", 3, "p", 9, "s", day(2)),
            row("bb", 0, "p", 9, "s", day(2)),
            row("a", 0, "q", 5, "s", null));

    assertRows(
        new GroupExactCopies().apply(paragraphs),
        DistinctParagraphs.TABLE,
        row("p", 9, 4L, day(2), "b", 3),
        row("q", 5, 1L, null, "a", 0));
  }

  @Test
  void aParagraphTwiceInOneArticleIsRepeated(SparkSession spark) {
    assertKind(
        spark, "repeated", row("a", 0, "p", 3, "s", day(1)), row("a", 1, "p", 3, "s", day(1)));
  }

  @Test
  void aShortParagraphInTwoArticlesOfOneSourceIsFurniture(SparkSession spark) {
    assertKind(
        spark, "furniture", row("a", 0, "p", 7, "s", day(1)), row("b", 1, "p", 7, "s", day(1)));
  }

  @Test
  void aLongParagraphOfOneSourceIsSelfReuseUntilItIsInManyArticlesOnManyDays(SparkSession spark) {
    Row a = row("a", 0, "p", 8, "s", day(1));
    Row b = row("b", 0, "p", 8, "s", day(2));
    assertKind(spark, "self_reuse", a, b);
    assertKind(
        spark, "self_reuse", a, row("b", 0, "p", 8, "s", day(1)), row("c", 0, "p", 8, "s", day(1)));
    assertKind(spark, "furniture", a, b, row("c", 0, "p", 8, "s", day(2)));
  }

  @Test
  void twoSourcesMakeASyndicatedParagraphUnlessItIsShortAndEverywhere(SparkSession spark) {
    Row a = row("a", 0, "p", 7, "s", day(1));
    Row b = row("b", 0, "p", 7, "t", day(1));
    assertKind(spark, "syndicated", a, b);
    assertKind(spark, "furniture", a, b, row("c", 0, "p", 7, "u", day(1)));
    assertKind(
        spark, "syndicated", row("a", 0, "p", 8, "s", day(1)), row("b", 0, "p", 8, null, day(1)));
  }

  @Test
  void describesAClusterByItsFirstAndLastCopy(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            Paragraphs.TABLE,
            row("a", 2, "p", 9, "wire", day(1)),
            row("b", 0, "p", 9, "post", day(3)),
            row("b", 1, "p", 9, "post", day(3)),
            row("c", 0, "q", 9, "post", day(3)));

    assertRows(
        CLASSIFY.apply(paragraphs, members(paragraphs)),
        Clusters.TABLE,
        row("p", "syndicated", 1L, 3L, 2L, 2L, "a", "wire", day(1), day(3), 1.0, 2, 9));
  }

  @Test
  void wordsOfFirstCopiesAreOriginalAndOthersCopied(SparkSession spark) {
    Dataset<Row> paragraphs =
        rows(
            spark,
            Paragraphs.TABLE,
            row("a", 0, "p", 10, "wire", day(1)),
            row("a", 1, "p", 10, "wire", day(1)),
            row("b", 0, "p", 10, "post", day(2)),
            row("b", 1, "own", 30, "post", day(2)));
    Dataset<Row> articles =
        rows(
            spark,
            Articles.TABLE,
            row("a", "wire", null, null, day(1), 2, 20L, 1),
            row("b", "post", null, null, day(2), 2, 40L, 0),
            row("empty", "post", null, null, day(2), 0, 0L, 0));
    Dataset<Row> members = members(paragraphs);

    assertRows(
        new MeasureOriginality()
            .apply(articles, paragraphs, members, CLASSIFY.apply(paragraphs, members)),
        Originality.TABLE,
        row("a", 20L, 10L, 1, 0.5),
        row("b", 40L, 30L, 1, 0.75),
        row("empty", 0L, 0L, 0, null));
  }

  @Test
  void refusesThresholdsThatMeanNothing() {
    assertThatThrownBy(() -> new ClassifyReuse(1, 1, 0))
        .hasMessageContaining("furnitureArticles must be at least 2")
        .hasMessageContaining("are 1, 1 and 0");
  }

  private static void assertKind(SparkSession spark, String kind, Row... occurrences) {
    Dataset<Row> paragraphs = rows(spark, Paragraphs.TABLE, occurrences);
    Dataset<Row> clusters = CLASSIFY.apply(paragraphs, members(paragraphs));

    assertThat(clusters.select(Clusters.REUSE_KIND).collectAsList()).containsExactly(row(kind));
  }

  private static Dataset<Row> members(Dataset<Row> paragraphs) {
    SparkSession spark = paragraphs.sparkSession();
    Dataset<Row> members =
        new ListMembers()
            .apply(new GroupExactCopies().apply(paragraphs), rows(spark, LinkedParagraphs.TABLE));
    assertThat(members.columns()).containsExactly(ClusterMembers.TABLE.schema().fieldNames());
    return members;
  }

  private static Timestamp day(int day) {
    return Timestamp.from(Instant.parse("2014-11-0%dT00:00:00Z".formatted(day)));
  }
}
