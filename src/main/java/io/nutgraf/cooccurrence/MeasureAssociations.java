package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.rank;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Associations;
import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Marginals;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Measures how strongly actors go together: ({@link Cooccurrence}, {@link Marginals}) -> {@link
 * Associations}, a row for each unit, period and pair.
 *
 * <p>A pair's n_ab is its distinct count, so that copies make no pair stronger. Below {@code
 * minDistinct} units the measures are null and the row is kept: two actors named once, together,
 * are always "perfectly" associated. What has no date is in the whole corpus and in no period. In a
 * period, raw units stand where they were published and distinct ones where their first copy was,
 * so a pair may have copies only, and its n_distinct is 0.
 *
 * <p>Shuffles one row for each pair and day, then one for each pair and period. Memory holds the
 * totals of the periods.
 *
 * @param window day, week or month to measure each of them too; whole for the whole corpus alone
 * @param minDistinct pairs in fewer distinct units have no measures
 */
public record MeasureAssociations(TimeWindow window, int minDistinct) {
  private static final String[] SLICE = {Associations.UNIT, Associations.PERIOD};

  /** A pair with copies only, in a period, may have an actor or a total that is not there. */
  private static final String LEFT = "left";

  public MeasureAssociations {
    if (minDistinct < 1) {
      throw new IllegalArgumentException("minDistinct must be at least 1, but is " + minDistinct);
    }
  }

  public Dataset<Row> apply(Dataset<Row> cooccurrence, Dataset<Row> marginals) {
    Column always = lit("0001-01-01").cast("date");
    Dataset<Row> pairs =
        slice(cooccurrence, marginals, always)
            .withColumn(Associations.PERIOD, lit(null).cast("date"))
            .withColumn(Associations.WINDOW, lit(TimeWindow.WHOLE.word()));
    if (window != TimeWindow.WHOLE) {
      Column start = date_trunc(window.word(), col(Cooccurrence.DAY)).cast("date");
      pairs =
          pairs.unionByName(
              slice(
                      cooccurrence.where(col(Cooccurrence.DAY).isNotNull()),
                      marginals.where(col(Marginals.DAY).isNotNull()),
                      start)
                  .withColumn(Associations.WINDOW, lit(window.word())));
    }
    return Associations.TABLE.conform(MeasureColumns.addTo(pairs, minDistinct));
  }

  /** Pairs of each period with their counts and ranks. */
  private static Dataset<Row> slice(
      Dataset<Row> cooccurrence, Dataset<Row> marginals, Column period) {
    Dataset<Row> pairs =
        cooccurrence
            .withColumn(Associations.PERIOD, period)
            .groupBy(
                Associations.UNIT, Associations.PERIOD, Associations.ACTOR_A, Associations.ACTOR_B)
            .agg(
                sum(Cooccurrence.N_RAW).as(Associations.N_RAW),
                sum(Cooccurrence.N_DISTINCT).as(Associations.N_DISTINCT));
    Dataset<Row> counts = marginals.withColumn(Associations.PERIOD, period);
    return pairs
        .join(
            actors(counts, Associations.ACTOR_A, Associations.N_A), on(Associations.ACTOR_A), LEFT)
        .join(
            actors(counts, Associations.ACTOR_B, Associations.N_B), on(Associations.ACTOR_B), LEFT)
        .join(totals(counts), SLICE, LEFT)
        .na()
        .fill(0)
        .withColumn(Associations.RANK_RAW, rankBy(Associations.N_RAW))
        .withColumn(Associations.RANK_DISTINCT, rankBy(Associations.N_DISTINCT));
  }

  private static String[] on(String actor) {
    return new String[] {Associations.UNIT, Associations.PERIOD, actor};
  }

  private static Dataset<Row> actors(Dataset<Row> counts, String actor, String n) {
    return counts
        .where(col(Marginals.OF).equalTo(Marginals.OF_ACTOR))
        .groupBy(
            col(Associations.UNIT), col(Associations.PERIOD), col(Marginals.ACTOR_ID).as(actor))
        .agg(sum(Marginals.N_DISTINCT).as(n));
  }

  private static Dataset<Row> totals(Dataset<Row> counts) {
    return counts
        .where(col(Marginals.OF).notEqual(Marginals.OF_ACTOR))
        .groupBy(Associations.UNIT, Associations.PERIOD)
        .agg(
            sum(countOf(Marginals.OF_ALL)).as(Associations.N),
            sum(countOf(Marginals.OF_ANY_ACTOR)).as(Associations.N_WITH_ACTOR));
  }

  private static Column countOf(String of) {
    return when(col(Marginals.OF).equalTo(of), col(Marginals.N_DISTINCT));
  }

  private static Column rankBy(String count) {
    return rank()
        .over(
            Window.partitionBy(Associations.UNIT, Associations.PERIOD).orderBy(col(count).desc()));
  }
}
