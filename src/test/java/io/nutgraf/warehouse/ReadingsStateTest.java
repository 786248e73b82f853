package io.nutgraf.warehouse;

import static io.nutgraf.testing.Frames.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.KnownReadings;
import io.nutgraf.table.Readings;
import io.nutgraf.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ReadingsStateTest {
  private static final StructType READING =
      new StructType()
          .add(Readings.TABLE.schema().apply(Readings.H1))
          .add(Readings.TABLE.schema().apply(Readings.H2))
          .add(Readings.TABLE.schema().apply(Readings.SPELLING))
          .add(Readings.TABLE.schema().apply(Readings.SENTENCES))
          .add(Readings.TABLE.schema().apply(Readings.SPANS));

  @TempDir private Path folder;

  @Test
  void givesWhatWasKeptWhateverStandsInIt(SparkSession spark) throws IOException {
    Row odd =
        row(
            0,
            9,
            0,
            "tagged",
            new String[] {"person:\"a\\b\"", "𝄞"},
            null,
            "\"O'Neil\"\n\u0001𝄞");
    Row empty = row(10, 10, 1, "surname", new String[0], "", "");
    List<Row> kept =
        List.of(row(1L, 2L, 3L, 2, new Row[] {odd, empty}), row(1L, 2L, 4L, 1, new Row[0]));
    Dataset<Row> readings = spark.createDataFrame(kept, READING);
    ReadingsState state = state(spark);
    state.add("run", readings);
    state.add("again", readings);

    Dataset<Row> known =
        state.of(readings.select(KnownReadings.H1, KnownReadings.H2, KnownReadings.SPELLING));

    assertThat(known.collectAsList()).containsExactlyInAnyOrderElementsOf(readings.collectAsList());
  }

  private ReadingsState state(SparkSession spark) throws IOException {
    return new ReadingsState(spark, new Warehouse(spark, folder.toString()), "v");
  }
}
