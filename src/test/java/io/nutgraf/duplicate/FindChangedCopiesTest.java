package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;

import io.nutgraf.table.ChangedCopies;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.testing.SparkExtension;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SparkExtension.class)
class FindChangedCopiesTest {
  private static final int ON_DRIVER = 1000;

  @ParameterizedTest
  @ValueSource(ints = {ON_DRIVER, 0})
  void allThatIsConnectedWithAChangeHasChanged(int maxLinksOnDriver, SparkSession spark) {
    Dataset<Row> changed =
        new FindChangedCopies(maxLinksOnDriver)
            .apply(
                links(spark, "a-b", "b-c", "d-e", "f-g"),
                links(spark, "f-g"),
                links(spark, "f-g"),
                paragraphs(spark, "c", "alone"));

    assertRows(changed, ChangedCopies.TABLE, row("a"), row("b"), row("c"), row("alone"));
  }

  @ParameterizedTest
  @ValueSource(ints = {ON_DRIVER, 0})
  void aLinkThatCameOrWentChangesAllThatItConnects(int maxLinksOnDriver, SparkSession spark) {
    Dataset<Row> changed =
        new FindChangedCopies(maxLinksOnDriver)
            .apply(
                links(spark, "a-b", "c-d", "e-f", "g-h", "h-i"),
                links(spark, "b-c", "e-f"),
                links(spark, "e-f", "g-h"),
                paragraphs(spark));

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
