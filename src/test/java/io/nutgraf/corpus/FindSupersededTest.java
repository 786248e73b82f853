package io.nutgraf.corpus;

import static io.nutgraf.testing.Frames.assertRows;
import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Arrivals;
import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Records;
import io.nutgraf.testing.SparkExtension;
import java.sql.Timestamp;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FindSupersededTest {
  private static final Timestamp MONDAY = Timestamp.from(Instant.parse("2007-09-10T00:00:00Z"));
  private static final Timestamp TUESDAY = Timestamp.from(Instant.parse("2007-09-11T00:00:00Z"));

  @Test
  void ofOneIdTheLaterRecordStays(SparkSession spark) {
    Dataset<Row> records =
        rows(
            spark,
            Records.TABLE,
            article("f", 0, "by time", TUESDAY),
            article("g", 0, "by time", MONDAY),
            article("g", 1, "by time", null),
            article("g", 2, "by file", MONDAY),
            article("f", 3, "by file", MONDAY),
            article("f", 4, "by offset", null),
            article("f", 10, "by offset", null),
            article("f", 11, "alone", null),
            rejected("f", 12),
            summary("f", 0),
            summary("g", 0));

    Dataset<Row> superseded = new FindSuperseded().apply(records);

    assertThat(superseded.columns()).containsExactly("file", "offset");
    assertThat(superseded.collectAsList())
        .containsExactlyInAnyOrder(row("g", 0L), row("g", 1L), row("f", 3L), row("f", 4L));
    assertRows(
        new TakeArrivals().apply(records, superseded),
        Arrivals.TABLE,
        arrival("by time", TUESDAY, "f0"),
        arrival("by file", MONDAY, "g2"),
        arrival("by offset", null, "f10"),
        arrival("alone", null, "f11"));
    assertRows(
        new TakeQuarantine().apply(records),
        Quarantine.TABLE,
        row("f", 12L, "bad_json", "m", "eA=="));
  }

  @Test
  void ofNothingNothingIsSuperseded(SparkSession spark) {
    Dataset<Row> none = rows(spark, Records.TABLE);
    assertThat(new FindSuperseded().apply(none).collectAsList()).isEmpty();
    assertRows(new TakeArrivals().apply(none, new FindSuperseded().apply(none)), Arrivals.TABLE);
  }

  private static Row article(String file, long offset, String id, Timestamp at) {
    return row(
        file,
        offset,
        "article",
        id,
        "s",
        "u",
        "h",
        at,
        file + offset,
        "jsonl",
        false,
        null,
        null,
        null,
        null,
        null);
  }

  private static Row arrival(String id, Timestamp at, String text) {
    return row(id, "s", "u", "h", at, text, "jsonl");
  }

  private static Row rejected(String file, long offset) {
    return row(
        file,
        offset,
        "quarantined",
        null,
        null,
        null,
        null,
        null,
        null,
        "jsonl",
        null,
        "bad_json",
        "m",
        "eA==",
        null,
        null);
  }

  private static Row summary(String file, long offset) {
    return row(
        file, offset, "summary", null, null, null, null, null, null, "jsonl", null, null, null,
        null, 4L, 0L);
  }
}
