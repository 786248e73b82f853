package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;

import io.nutgraf.table.ChangedCopies;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.testing.SparkExtension;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FindChangedCopiesTest {
  @Test
  void allThatWasConnectedWithAChangeHasChanged(SparkSession spark) {
    Dataset<Row> changed =
        new FindChangedCopies()
            .apply(
                paragraphs(spark, "c", "alone"),
                components(spark, "a-abc", "b-abc", "c-abc", "d-de", "e-de", "f-fg", "g-fg"),
                links(spark, "f-g"),
                links(spark, "f-g"));

    assertRows(changed, ChangedCopies.TABLE, row("a"), row("b"), row("c"), row("alone"));
  }

  @Test
  void aLinkThatCameOrWentChangesAllThatItsEndsAreConnectedWith(SparkSession spark) {
    Dataset<Row> changed =
        new FindChangedCopies()
            .apply(
                paragraphs(spark),
                components(
                    spark, "a-abcd", "b-abcd", "c-abcd", "d-abcd", "e-ef", "f-ef", "h-hi", "i-hi",
                    "x-xy", "y-xy"),
                links(spark, "b-c", "e-f"),
                links(spark, "e-f", "g-h"));

    assertRows(
        changed,
        ChangedCopies.TABLE,
        row("a"),
        row("b"),
        row("c"),
        row("d"),
        row("g"),
        row("h"),
        row("i"));
  }

  private static Dataset<Row> components(SparkSession spark, String... paragraphs) {
    return rows(
        spark,
        LinkedParagraphs.TABLE,
        Arrays.stream(paragraphs)
            .map(it -> row(it.substring(0, 1), it.substring(2), it.substring(0, 1), 1.0))
            .toArray(Row[]::new));
  }

  private static Dataset<Row> links(SparkSession spark, String... links) {
    return rows(
        spark,
        NearDuplicates.TABLE,
        Arrays.stream(links)
            .map(link -> row(link.substring(0, 1), link.substring(2), 0.7, 0.9))
            .toArray(Row[]::new));
  }

  private static Dataset<Row> paragraphs(SparkSession spark, String... paragraphs) {
    return rows(
        spark,
        ChangedParagraphs.TABLE,
        Arrays.stream(paragraphs).map(paragraph -> row(paragraph)).toArray(Row[]::new));
  }
}
