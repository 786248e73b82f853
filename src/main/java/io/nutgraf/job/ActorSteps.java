package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.actor.CountActors;
import io.nutgraf.actor.DescribeActors;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.actor.ListVariants;
import io.nutgraf.actor.UpdateActorCounts;
import io.nutgraf.actor.UpdateVariants;
import io.nutgraf.table.ActorCounts;
import io.nutgraf.table.ActorVariants;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Mentions;
import io.nutgraf.warehouse.EarlierSnapshots;
import io.nutgraf.warehouse.FactChanges;
import io.nutgraf.warehouse.Facts;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The steps that count and describe actors. */
record ActorSteps(Broadcast<Dictionary> dictionary, Steps steps) {

  private static final String[] BY_ACTOR = {Actors.ACTOR_ID};

  /** From all mentions; gives the actors. */
  Dataset<Row> all(Facts facts) {
    Dataset<Row> mentions = facts.read(Mentions.TABLE);
    Dataset<Row> counts = steps.make(ActorCounts.TABLE, new CountActors().apply(mentions));
    Dataset<Row> variants = steps.make(ActorVariants.TABLE, new ListVariants().apply(mentions));
    return steps.make(Actors.TABLE, new DescribeActors(dictionary).apply(counts, variants));
  }

  /** From the counts there were, and the mentions that came and went. */
  Dataset<Row> since(EarlierSnapshots earlier, FactChanges changes, Facts facts) {
    Dataset<Row> came = Persisted.rows(changes.now(Mentions.TABLE));
    Dataset<Row> went = Persisted.rows(changes.before(Mentions.TABLE));
    Dataset<Row> counts =
        changes.onlyAdd() && !earlier.isInManyPieces(ActorCounts.TABLE)
            ? steps.add(ActorCounts.TABLE, earlier, new CountActors().apply(came))
            : steps.make(
                ActorCounts.TABLE,
                countsOfWhatIsLeft(earlier, came, went, facts.read(Mentions.TABLE)));
    Dataset<Row> variants =
        steps.make(
            ActorVariants.TABLE,
            new UpdateVariants()
                .apply(
                    earlier.read(ActorVariants.TABLE),
                    new ListVariants().apply(came),
                    new ListVariants().apply(went)));
    Dataset<Row> changed = Persisted.rows(actorsIn(came.unionByName(went)));
    return steps.make(
        Actors.TABLE,
        new DescribeActors(dictionary)
            .renew(
                earlier.read(Actors.TABLE),
                changed,
                Persisted.among(changed, counts, Actors.ACTOR_ID),
                variants));
  }

  private static Dataset<Row> countsOfWhatIsLeft(
      EarlierSnapshots earlier, Dataset<Row> came, Dataset<Row> went, Dataset<Row> mentions) {
    Dataset<Row> lost = actorsIn(went);
    return new UpdateActorCounts()
        .apply(
            earlier.read(ActorCounts.TABLE).unionByName(new CountActors().apply(came)),
            new CountActors().apply(mentions.join(lost, BY_ACTOR, "left_semi")),
            lost);
  }

  private static Dataset<Row> actorsIn(Dataset<Row> mentions) {
    return mentions.where(col(Mentions.ACTOR_ID).isNotNull()).select(Mentions.ACTOR_ID).distinct();
  }
}
