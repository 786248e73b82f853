package io.nutgraf.actor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.ActorVariants;
import io.nutgraf.table.Mentions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts in which ways each actor is written.
 *
 * <p>{@link Mentions} -> {@link ActorVariants}, a row for each actor, surface and method; mentions
 * that stay ambiguous are left out.
 */
public record ListVariants() {

  public Dataset<Row> apply(Dataset<Row> mentions) {
    return ActorVariants.TABLE.conform(
        mentions
            .where(col(Mentions.ACTOR_ID).isNotNull())
            .groupBy(
                col(Mentions.ACTOR_ID).as(ActorVariants.ACTOR_ID),
                col(Mentions.SURFACE).as(ActorVariants.SURFACE),
                col(Mentions.METHOD).as(ActorVariants.METHOD))
            .agg(count(lit(1)).as(ActorVariants.MENTIONS)));
  }
}
