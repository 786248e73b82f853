package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sort_array;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.ActorLists;
import io.nutgraf.table.ActorSets;
import java.util.List;
import org.apache.spark.ml.fpm.FPGrowth;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds three actors and more that are often named in one article: {@link ActorLists} -> {@link
 * ActorSets}.
 *
 * <p>By MLlib's parallel FP-growth (H. Li, Y. Wang, D. Zhang, M. Zhang and E. Y. Chang, "PFP:
 * parallel FP-growth for query recommendation", RecSys 2008), which starts Spark jobs of its own:
 * it must count before it can grow. Copies count once, because the lists do. The sets of k actors
 * are 2^k, so articles that name more than {@code maxActors} are left out; {@link #isTooLong} tells
 * which, for the run's report.
 *
 * @param support a set is in at least so many distinct articles
 * @param maxActors articles that name more make no sets
 */
public record FindActorSets(int support, int maxActors) {
  private static final int SMALLEST_SET = 3;

  /** More would make millions of sets of a single list. */
  private static final int MOST_ACTORS = 20;

  public FindActorSets {
    if (support < 1) {
      throw new WrongSettingException("support must be at least 1, but is " + support);
    }
    if (maxActors < SMALLEST_SET || maxActors > MOST_ACTORS) {
      throw new WrongSettingException(
          "maxActors must be from %d to %d, but is %d"
              .formatted(SMALLEST_SET, MOST_ACTORS, maxActors));
    }
  }

  public Dataset<Row> apply(Dataset<Row> actorLists) {
    Column hasSets = size(col(ActorLists.ACTORS)).between(SMALLEST_SET, maxActors);
    Dataset<Row> lists = actorLists.where(hasSets).select(ActorLists.ACTORS);
    long n = lists.count();
    if (n == 0) {
      return actorLists.sparkSession().createDataFrame(List.of(), ActorSets.TABLE.schema());
    }
    FPGrowth growth =
        new FPGrowth()
            .setItemsCol(ActorLists.ACTORS)
            // MLlib wants a share and rounds the count up; half an article keeps it exact.
            .setMinSupport(Math.min(1, (support - 0.5) / n));
    Dataset<Row> sets = growth.fit(lists).freqItemsets();
    return ActorSets.TABLE.conform(
        sets.where(size(col("items")).geq(SMALLEST_SET).and(col("freq").geq(support)))
            .select(
                sort_array(col("items")).as(ActorSets.ACTORS),
                size(col("items")).as(ActorSets.SIZE),
                col("freq").as(ActorSets.ARTICLES)));
  }

  /** Whether an article names too many actors. */
  public Column isTooLong() {
    return size(col(ActorLists.ACTORS)).gt(maxActors);
  }
}
