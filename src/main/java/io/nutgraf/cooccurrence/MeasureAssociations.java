package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.Associations;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.PairSums;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Measures how strongly actors go together: ({@link PairSums}, {@link Marginals}) -> {@link
 * Associations}, a row for each unit, period and pair.
 *
 * <p>A pair's n_ab is its distinct count, so that copies make no pair stronger. Below {@code
 * minDistinct} units the measures are null and the row is kept: two actors named once, together,
 * are always "perfectly" associated. What has no date is in the whole corpus and in no period. In a
 * period, raw units stand where they were published and distinct ones where their first copy was,
 * so a pair may have copies only, and its n_distinct is 0.
 *
 * <p>Ranks come from how many pairs have each count, not from a sort of all pairs: of n units there
 * are no more than some sqrt(2 n) different counts. Joins the pairs with the counts of their
 * actors, which Spark broadcasts or shuffles by their size; memory holds the totals and the ranks
 * of the periods.
 *
 * @param window that both were added up over
 * @param minDistinct pairs in fewer distinct units have no measures
 */
public record MeasureAssociations(TimeWindow window, int minDistinct) {
  private static final String[] SLICE = {PairSums.UNIT, PairSums.PERIOD};

  private static final String PAIRS = "pairs";

  /** A pair with copies only, in a period, may have an actor or a total that is not there. */
  private static final String LEFT = "left";

  public MeasureAssociations {
    if (minDistinct < 1) {
      throw new WrongSettingException("minDistinct must be at least 1, but is " + minDistinct);
    }
  }

  public Dataset<Row> apply(Dataset<Row> pairSums, Dataset<Row> marginals) {
    Periods periods = new Periods(window);
    Dataset<Row> byCounts =
        pairSums
            .groupBy(PairSums.UNIT, PairSums.PERIOD, PairSums.N_RAW, PairSums.N_DISTINCT)
            .agg(count(lit(1)).as(PAIRS));
    Dataset<Row> pairs =
        pairSums
            .join(
                actors(marginals, Associations.ACTOR_A, Associations.N_A),
                slice(Associations.ACTOR_A),
                LEFT)
            .join(
                actors(marginals, Associations.ACTOR_B, Associations.N_B),
                slice(Associations.ACTOR_B),
                LEFT)
            .join(totals(marginals), SLICE, LEFT)
            .na()
            .fill(0)
            .join(
                ranks(byCounts, PairSums.N_RAW, Associations.RANK_RAW), slice(PairSums.N_RAW), LEFT)
            .join(
                ranks(byCounts, PairSums.N_DISTINCT, Associations.RANK_DISTINCT),
                slice(PairSums.N_DISTINCT),
                LEFT)
            .withColumn(Associations.WINDOW, periods.word())
            .withColumn(Associations.PERIOD, periods.firstDay());
    return Associations.TABLE.conform(MeasureColumns.addTo(pairs, minDistinct));
  }

  private static String[] slice(String column) {
    return new String[] {PairSums.UNIT, PairSums.PERIOD, column};
  }

  private static Dataset<Row> actors(Dataset<Row> marginals, String actor, String n) {
    return marginals
        .where(col(Marginals.OF).equalTo(Marginals.OF_ACTOR))
        .select(
            col(PairSums.UNIT),
            col(PairSums.PERIOD),
            col(Marginals.ACTOR_ID).as(actor),
            col(Marginals.N_DISTINCT).as(n));
  }

  private static Dataset<Row> totals(Dataset<Row> marginals) {
    return marginals
        .where(col(Marginals.OF).notEqual(Marginals.OF_ACTOR))
        .groupBy(PairSums.UNIT, PairSums.PERIOD)
        .agg(
            sum(countOf(Marginals.OF_ALL)).as(Associations.N),
            sum(countOf(Marginals.OF_ANY_ACTOR)).as(Associations.N_WITH_ACTOR));
  }

  private static Column countOf(String of) {
    return when(col(Marginals.OF).equalTo(of), col(Marginals.N_DISTINCT));
  }

  /** 1 + the pairs of the slice that have more. */
  private static Dataset<Row> ranks(Dataset<Row> byCounts, String n, String rank) {
    Column pairsWithMore =
        sum(PAIRS)
            .over(
                Window.partitionBy(PairSums.UNIT, PairSums.PERIOD)
                    .orderBy(col(n).desc())
                    .rowsBetween(Window.unboundedPreceding(), -1));
    return byCounts
        .groupBy(PairSums.UNIT, PairSums.PERIOD, n)
        .agg(sum(PAIRS).as(PAIRS))
        .withColumn(rank, coalesce(pairsWithMore, lit(0L)).plus(1))
        .drop(PAIRS);
  }
}
