package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.report.NightPage;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Associations;
import io.nutgraf.table.Units;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** Pairs of actors by articles over all days that are counted, and the actors in them. */
final class PairTotals {
  private static final int MOST = 1_000;

  private final Dataset<Row> totals;
  private final Dataset<Row> actors;

  PairTotals(Dataset<Row> associations, Dataset<Row> actors) {
    this.totals =
        associations
            .where(col(Associations.WINDOW).equalTo(Associations.WHOLE))
            .where(col(Associations.UNIT).equalTo(Units.ARTICLE_UNIT))
            .select(
                Associations.ACTOR_A,
                Associations.ACTOR_B,
                Associations.N_RAW,
                Associations.N_DISTINCT,
                Associations.RANK_DISTINCT)
            // Most pairs are named once, in no copy.
            .where(
                col(Associations.N_RAW)
                    .gt(1)
                    .or(col(Associations.N_RAW).gt(col(Associations.N_DISTINCT)))
                    .or(isAmongFirst(MOST)))
            .persist(StorageLevel.MEMORY_AND_DISK());
    this.actors = actors;
  }

  /** In most distinct articles; no more than {@link #MOST}. */
  List<NightPage.Link> strongest(int pairs) {
    return first(
        totals.where(isAmongFirst(pairs)).where(col(Associations.N_DISTINCT).gt(0)),
        pairs,
        col(Associations.N_DISTINCT).desc(),
        col(Associations.N_RAW).desc());
  }

  /** With most articles that only repeat others. */
  List<NightPage.Link> inflated(int pairs) {
    Column repeated = col(Associations.N_RAW).minus(col(Associations.N_DISTINCT));
    return first(
        totals.where(repeated.gt(0)), pairs, repeated.desc(), col(Associations.N_DISTINCT).asc());
  }

  /** Actors and articles of the pairs in at least so many distinct articles, two or more. */
  Dataset<Row> inAtLeast(int articles) {
    return totals
        .where(col(Associations.N_DISTINCT).geq(articles))
        .select(Associations.ACTOR_A, Associations.ACTOR_B, Associations.N_DISTINCT);
  }

  /** The actors with these identifiers, those in most articles first. */
  Map<String, NightPage.Actor> actorsWith(Object[] ids) {
    if (ids.length == 0) {
      return Map.of();
    }
    return actors
        .where(col(Actors.ACTOR_ID).isin(ids))
        .select(Actors.ACTOR_ID, Actors.NAME, Actors.TYPE, Actors.ARTICLES)
        .orderBy(col(Actors.ARTICLES).desc(), col(Actors.ACTOR_ID))
        // There are no more; but with a limit Spark takes one job to sort them, not three.
        .limit(ids.length)
        .collectAsList()
        .stream()
        .map(
            row ->
                new NightPage.Actor(
                    row.getString(0), row.getString(1), row.getString(2), row.getLong(3)))
        .collect(
            Collectors.toMap(
                NightPage.Actor::id, actor -> actor, (one, same) -> one, LinkedHashMap::new));
  }

  /** The rank is there already: others need not be sorted. */
  private static Column isAmongFirst(int pairs) {
    return col(Associations.RANK_DISTINCT).leq(pairs);
  }

  private static List<NightPage.Link> first(Dataset<Row> totals, int pairs, Column... order) {
    Column[] complete = {order[0], order[1], col(Associations.ACTOR_A), col(Associations.ACTOR_B)};
    return totals.orderBy(complete).limit(pairs).collectAsList().stream()
        .map(
            row ->
                new NightPage.Link(
                    row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)))
        .toList();
  }
}
