package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.Contents;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Units;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The part of {@link CountMarginals} for articles: those of one content count once. */
final class ContentMarginals {
  private ContentMarginals() {}

  static Dataset<Row> of(Dataset<Row> mentions, Dataset<Row> contents) {
    Column both =
        array(
            CountMarginals.of(Marginals.OF_ACTOR, col(Mentions.ACTOR_ID)),
            CountMarginals.of(Marginals.OF_ANY_ACTOR, CountMarginals.NOBODY));
    Dataset<Row> named =
        mentions
            .select(Mentions.ARTICLE_ID, Mentions.ACTOR_ID)
            .join(contents, Mentions.ARTICLE_ID)
            .withColumn("counted", explode(both));
    Dataset<Row> all =
        contents
            .withColumn(Mentions.ACTOR_ID, CountMarginals.NOBODY)
            .withColumn("counted", CountMarginals.of(Marginals.OF_ALL, CountMarginals.NOBODY));
    return named
        .unionByName(all)
        .select(
            col(Contents.CONTENT_KEY),
            col(Contents.CONTENT_DAY),
            col("counted.of").as(Marginals.OF),
            col("counted.actor_id").as(Marginals.ACTOR_ID))
        .distinct()
        .groupBy(
            lit(Units.ARTICLE_UNIT).as(Marginals.UNIT),
            col(Contents.CONTENT_DAY).as(Marginals.DAY),
            col(Marginals.OF),
            col(Marginals.ACTOR_ID))
        .agg(count(lit(1)).as(Marginals.N_DISTINCT));
  }
}
