package io.nutgraf.actor;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.ActorVariants;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Adds how actors are written in articles that came and takes how they were in articles that went
 * away: three times {@link ActorVariants} -> the same, as {@link ListVariants} gives them for the
 * articles that are left. Shuffles the variants.
 */
public record UpdateVariants() {

  public Dataset<Row> apply(Dataset<Row> earlier, Dataset<Row> came, Dataset<Row> went) {
    return ActorVariants.TABLE.conform(
        earlier
            .unionByName(came)
            .unionByName(
                went.withColumn(ActorVariants.MENTIONS, negate(col(ActorVariants.MENTIONS))))
            .groupBy(ActorVariants.ACTOR_ID, ActorVariants.SURFACE, ActorVariants.METHOD)
            .agg(sum(ActorVariants.MENTIONS).as(ActorVariants.MENTIONS))
            .where(col(ActorVariants.MENTIONS).gt(0)));
  }
}
