package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.BooleanType;

import io.nutgraf.actor.Dictionary;
import io.nutgraf.table.Actors;
import io.nutgraf.table.Clusters;
import io.nutgraf.table.Texts;
import java.util.List;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;

/** The few rows of a run that a person wants to see at once. */
final class Highlights {
  private static final int COPIED = 5;
  private static final int GAPS = 20;
  private static final int EXCERPT_CHARACTERS = 100;

  /** Shorter paragraphs are dates, salutations and headings, which nobody copied from anybody. */
  private static final int TELLING_WORDS = 8;

  private Highlights() {}

  /** The paragraphs that most outlets ran, furniture left out. */
  static List<RunReport.Copied> mostCopied(Dataset<Row> clusters, Dataset<Row> texts) {
    Dataset<Row> most =
        clusters
            .where(isTelling())
            .orderBy(
                col(Clusters.SOURCES).desc(),
                col(Clusters.OCCURRENCES).desc(),
                col(Clusters.CLUSTER_ID))
            .limit(COPIED);
    return most
        .join(texts, col(Clusters.CLUSTER_ID).equalTo(col(Texts.PARAGRAPH_ID)))
        .orderBy(
            col(Clusters.SOURCES).desc(),
            col(Clusters.OCCURRENCES).desc(),
            col(Clusters.CLUSTER_ID))
        .select(
            col(Clusters.REUSE_KIND),
            col(Clusters.ARTICLES),
            col(Clusters.SOURCES),
            col(Clusters.FIRST_SOURCE),
            substring(col(Texts.TEXT), 1, EXCERPT_CHARACTERS))
        .collectAsList()
        .stream()
        .map(
            row ->
                new RunReport.Copied(
                    row.getString(0),
                    row.getLong(1),
                    row.getLong(2),
                    row.getString(3),
                    row.getString(4)))
        .toList();
  }

  /** Whether a cluster is worth reading: no furniture, and long enough. */
  static Column isTelling() {
    return col(Clusters.REUSE_KIND)
        .notEqual("furniture")
        .and(col(Clusters.WORDS).geq(TELLING_WORDS));
  }

  /** The actors most often named that no dictionary has. */
  static List<RunReport.Gap> gaps(Dataset<Row> actors, Broadcast<Dictionary> dictionary) {
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
