package io.nutgraf.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.table.Table;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Tables small enough to be checked by eye. */
public final class Frames {
  private Frames() {}

  public static Row row(Object... values) {
    return RowFactory.create(values);
  }

  /** A table with these rows, each with all its columns in order. */
  public static Dataset<Row> rows(SparkSession spark, Table table, Row... rows) {
    return spark.createDataFrame(Arrays.asList(rows), table.schema());
  }

  /** Rows to compare with others, whatever their order. */
  public static List<String> sorted(Dataset<Row> rows) {
    return rows.toJSON().collectAsList().stream().sorted().toList();
  }

  /** The table has exactly these columns and these rows, in any order. */
  public static void assertRows(Dataset<Row> actual, Table table, Row... expected) {
    assertThat(actual.columns()).containsExactly(table.schema().fieldNames());
    assertThat(actual.collectAsList()).containsExactlyInAnyOrderElementsOf(List.of(expected));
  }
}
