package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sha2;

import io.nutgraf.table.Arrivals;
import io.nutgraf.text.TakenDown;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Leaves out articles that were taken down, should a feed send them again: {@link Arrivals} ->
 * {@link Arrivals}.
 */
public record LeaveOutForgotten(TakenDown takenDown) {
  private static final int HASH_BITS = 256;

  public Dataset<Row> apply(Dataset<Row> arrivals) {
    return Arrivals.TABLE.conform(arrivals.where(not(isForgotten())));
  }

  /** Whether an arrival was taken down. */
  public Column isForgotten() {
    return isAmong(Arrivals.ARTICLE_ID, takenDown.articleHashes())
        .or(isAmong(Arrivals.SOURCE, takenDown.sourceHashes()));
  }

  private static Column isAmong(String column, Set<String> hashes) {
    return col(column)
        .isNotNull()
        .and(sha2(col(column).cast("binary"), HASH_BITS).isInCollection(hashes));
  }
}
