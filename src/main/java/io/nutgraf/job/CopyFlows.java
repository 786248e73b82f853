package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.SourceFlows;
import java.time.Duration;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What one outlet had first and others ran later, the largest flows. */
final class CopyFlows {
  private static final int FLOWS = 100;

  private CopyFlows() {}

  static List<NightPage.Flow> gather(Dataset<Row> sourceFlows) {
    return sourceFlows
        .orderBy(
            col(SourceFlows.CLUSTERS).desc(),
            col(SourceFlows.FROM_SOURCE),
            col(SourceFlows.TO_SOURCE))
        .limit(FLOWS)
        .select(
            SourceFlows.FROM_SOURCE,
            SourceFlows.TO_SOURCE,
            SourceFlows.CLUSTERS,
            SourceFlows.ARTICLES,
            SourceFlows.MEDIAN_LAG_SECONDS)
        .collectAsList()
        .stream()
        .map(
            row ->
                new NightPage.Flow(
                    row.getString(0),
                    row.getString(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.isNullAt(4) ? null : Duration.ofSeconds(Math.round(row.getDouble(4)))))
        .toList();
  }
}
