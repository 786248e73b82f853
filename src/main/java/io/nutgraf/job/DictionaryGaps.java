package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.BooleanType;

import io.nutgraf.actor.Dictionary;
import io.nutgraf.table.Actors;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;

/** The actors most often named that no dictionary has. */
final class DictionaryGaps {
  private static final int GAPS = 20;

  private DictionaryGaps() {}

  static List<RunReport.Gap> gather(Dataset<Row> actors, Broadcast<Dictionary> dictionary) {
    return actors
        .where(udf(new IsUnknown(dictionary), BooleanType).apply(col(Actors.ACTOR_ID)))
        .orderBy(col(Actors.MENTIONS).desc(), col(Actors.ACTOR_ID))
        .limit(GAPS)
        .select(Actors.ACTOR_ID, Actors.NAME, Actors.MENTIONS, Actors.ARTICLES)
        .collectAsList()
        .stream()
        .map(
            row ->
                new RunReport.Gap(
                    row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)))
        .toList();
  }

  private record IsUnknown(Broadcast<Dictionary> dictionary) implements UDF1<String, Boolean> {

    @Override
    public Boolean call(String actorId) {
      return dictionary.value().actor(actorId) == null;
    }
  }
}
