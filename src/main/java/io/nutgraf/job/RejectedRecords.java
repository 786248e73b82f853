package io.nutgraf.job;

import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.Quarantine;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Records that were not taken in, by reason. */
final class RejectedRecords {
  private RejectedRecords() {}

  static List<NightPage.Rejected> gather(Dataset<Row> quarantine) {
    return quarantine
        .groupBy(Quarantine.REASON)
        .agg(count(lit(1)), min(Quarantine.MESSAGE))
        .collectAsList()
        .stream()
        .map(row -> new NightPage.Rejected(row.getString(0), row.getLong(1), row.getString(2)))
        .sorted(
            Comparator.comparingLong(NightPage.Rejected::records)
                .reversed()
                .thenComparing(NightPage.Rejected::reason))
        .toList();
  }
}
