package io.nutgraf.actor;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.ActorCounts;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds up the counts of articles that stayed and came, and takes those of actors that lost an
 * article as they were counted again.
 *
 * <p>({@link ActorCounts} in pieces, the same of the actors that lost an article, these actors) ->
 * {@link ActorCounts} in one, as {@link CountActors} gives them for the articles that are left. The
 * latest article cannot be taken away from what is left, so nothing is subtracted. Shuffles a row
 * for each actor, outlet and code.
 */
public record UpdateActorCounts() {

  /**
   * Gives the counts.
   *
   * @param counts of all articles there were, and of those that came
   * @param counted again, from all their mentions, for the actors in {@code lost}
   * @param lost by actor_id; may be nobody
   */
  public Dataset<Row> apply(Dataset<Row> counts, Dataset<Row> counted, Dataset<Row> lost) {
    return ActorCounts.TABLE.conform(
        counts
            .join(lost, new String[] {ActorCounts.ACTOR_ID}, "left_anti")
            .groupBy(ActorCounts.ACTOR_ID, ActorCounts.SOURCE, ActorCounts.CODE)
            .agg(
                sum(ActorCounts.MENTIONS).as(ActorCounts.MENTIONS),
                sum(ActorCounts.ARTICLES).as(ActorCounts.ARTICLES),
                max(ActorCounts.LAST_PUBLISHED_AT).as(ActorCounts.LAST_PUBLISHED_AT))
            .unionByName(counted));
  }
}
