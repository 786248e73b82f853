package io.nutgraf.actor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.ActorCounts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds the counts of articles that came and takes those of articles that went away: three times
 * {@link ActorCounts} -> the same, as {@link CountActors} gives them for the articles that are
 * left. Shuffles a row for each actor, outlet and code.
 */
public record UpdateActorCounts() {

  public Dataset<Row> apply(Dataset<Row> earlier, Dataset<Row> came, Dataset<Row> went) {
    return ActorCounts.TABLE.conform(
        earlier
            .unionByName(came)
            .unionByName(negative(went))
            .groupBy(ActorCounts.ACTOR_ID, ActorCounts.SOURCE, ActorCounts.CODE)
            .agg(
                sum(ActorCounts.MENTIONS).as(ActorCounts.MENTIONS),
                sum(ActorCounts.ARTICLES).as(ActorCounts.ARTICLES))
            .where(col(ActorCounts.ARTICLES).gt(0)));
  }

  private static Dataset<Row> negative(Dataset<Row> counts) {
    return counts
        .withColumn(ActorCounts.MENTIONS, negate(col(ActorCounts.MENTIONS)))
        .withColumn(ActorCounts.ARTICLES, negate(col(ActorCounts.ARTICLES)));
  }
}
