package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.ChangedDistinct;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.testing.Frames;
import io.nutgraf.testing.SparkExtension;
import java.sql.Timestamp;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class CompareDistinctTest {
  private static final Timestamp MONDAY = Timestamp.valueOf("2026-01-05 08:00:00");
  private static final Timestamp SUNDAY = Timestamp.valueOf("2026-01-04 08:00:00");

  @Test
  void aRowForEachThatWasThereOrIs(SparkSession spark) {
    Dataset<Row> before =
        Frames.rows(
            spark,
            DistinctParagraphs.TABLE,
            row("gone", 7, 1L, MONDAY, "A", 0),
            row("moved", 8, 1L, MONDAY, "A", 1));
    Dataset<Row> now =
        Frames.rows(
            spark,
            DistinctParagraphs.TABLE,
            row("moved", 8, 2L, SUNDAY, "B", 3),
            row("came", 9, 1L, null, "B", 4));

    Dataset<Row> compared = new CompareDistinct().apply(before, now);

    assertThat(compared.columns()).isEqualTo(ChangedDistinct.TABLE.schema().fieldNames());
    assertThat(compared.collectAsList())
        .containsExactlyInAnyOrder(
            row("gone", true, false, 7, null, null, null, MONDAY),
            row("moved", true, true, 8, "B", 3, SUNDAY, MONDAY),
            row("came", false, true, 9, "B", 4, null, null));
  }
}
