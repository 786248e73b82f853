package io.nutgraf.actor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.ActorCounts;
import io.nutgraf.table.Mentions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the mentions of each actor and the articles that name it, by outlet and code.
 *
 * <p>{@link Mentions} -> {@link ActorCounts}; mentions that stay ambiguous count for none. Counts
 * of different articles can be added up: {@link UpdateActorCounts}. An article has one code for an
 * actor, that of its date, and so counts once. Shuffles ids, article by article: a distinct count
 * would sort every mention.
 */
public record CountActors() {

  public Dataset<Row> apply(Dataset<Row> mentions) {
    return ActorCounts.TABLE.conform(
        mentions
            .where(col(Mentions.ACTOR_ID).isNotNull())
            .groupBy(Mentions.ACTOR_ID, Mentions.ARTICLE_ID, Mentions.SOURCE, Mentions.CODE)
            .agg(
                count(lit(1)).as(ActorCounts.MENTIONS),
                max(Mentions.PUBLISHED_AT).as(ActorCounts.LAST_PUBLISHED_AT))
            .groupBy(ActorCounts.ACTOR_ID, ActorCounts.SOURCE, ActorCounts.CODE)
            .agg(
                sum(ActorCounts.MENTIONS).as(ActorCounts.MENTIONS),
                count(lit(1)).as(ActorCounts.ARTICLES),
                max(ActorCounts.LAST_PUBLISHED_AT).as(ActorCounts.LAST_PUBLISHED_AT)));
  }
}
