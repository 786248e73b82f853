package io.nutgraf.cluster;

import io.nutgraf.table.Runs;
import io.nutgraf.table.Table;
import io.nutgraf.table.Tables;
import io.nutgraf.warehouse.PublishedTables;
import io.nutgraf.warehouse.Warehouse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Everything that a warehouse has published, to be compared with another. */
final class PublishedRows {
  private PublishedRows() {}

  /** The rows of all nights by table, sorted; but for {@code runs}, which tells times. */
  static Map<String, List<String>> of(SparkSession spark, String warehouse) throws IOException {
    PublishedTables published = new PublishedTables(spark, new Warehouse(spark, warehouse));
    Map<String, List<String>> rows = new TreeMap<>();
    for (Table table : Tables.PUBLISHED) {
      if (!table.equals(Runs.TABLE)) {
        List<Row> all = published.allNights(table).collectAsList();
        rows.put(table.name(), all.stream().map(Object::toString).sorted().toList());
      }
    }
    return rows;
  }
}
