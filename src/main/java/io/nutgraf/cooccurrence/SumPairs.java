package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.PairSums;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds up the counts of pairs over the whole corpus and over each period: {@link Cooccurrence} ->
 * {@link PairSums}. Shuffles a row for each pair and period; nothing is held but one aggregate.
 *
 * @param window day, week or month to add up each of them too; whole for the whole corpus alone
 */
public record SumPairs(TimeWindow window) {

  public Dataset<Row> apply(Dataset<Row> cooccurrence) {
    return PairSums.TABLE.conform(
        new Periods(window)
            .of(cooccurrence, Cooccurrence.DAY)
            .groupBy(PairSums.UNIT, PairSums.PERIOD, PairSums.ACTOR_A, PairSums.ACTOR_B)
            .agg(
                sum(Cooccurrence.N_RAW).as(PairSums.N_RAW),
                sum(Cooccurrence.N_DISTINCT).as(PairSums.N_DISTINCT)));
  }
}
