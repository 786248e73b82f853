package io.nutgraf.actor;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;

import io.nutgraf.table.Actors;
import io.nutgraf.table.Mentions;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Describes each actor that is named.
 *
 * <p>{@link Mentions} -> {@link Actors}, a row for each actor; mentions that stay ambiguous count
 * for none. The code is that of the latest mention; without a date a mention is older than any, of
 * mentions at one time the smallest code counts. An actor that the dictionary no longer has is
 * named by what follows the colon in its id.
 */
public record DescribeActors(Broadcast<Dictionary> dictionary) {
  private static final String ENTRY = "entry";
  private static final StructType ENTRY_TYPE =
      new StructType(
          new StructField[] {
            Actors.TABLE.schema().apply(Actors.NAME),
            Actors.TABLE.schema().apply(Actors.TYPE),
            Actors.TABLE.schema().apply(Actors.STATE)
          });

  public Dataset<Row> apply(Dataset<Row> mentions) {
    Dataset<Row> actors =
        mentions
            .where(col(Mentions.ACTOR_ID).isNotNull())
            .groupBy(col(Mentions.ACTOR_ID).as(Actors.ACTOR_ID))
            .agg(
                min_by(col(Mentions.CODE), latestThenSmallest()).as(Actors.CODE),
                count(lit(1)).as(Actors.MENTIONS),
                count_distinct(col(Mentions.ARTICLE_ID)).as(Actors.ARTICLES),
                count_distinct(col(Mentions.SOURCE)).as(Actors.SOURCES))
            .withColumn(
                ENTRY, udf(new Describe(dictionary), ENTRY_TYPE).apply(col(Actors.ACTOR_ID)));
    return Actors.TABLE.conform(
        actors
            .withColumn(Actors.NAME, col(ENTRY).getField(Actors.NAME))
            .withColumn(Actors.TYPE, col(ENTRY).getField(Actors.TYPE))
            .withColumn(Actors.STATE, col(ENTRY).getField(Actors.STATE)));
  }

  private static Column latestThenSmallest() {
    return struct(
        coalesce(negate(unix_micros(col(Mentions.PUBLISHED_AT))), lit(Long.MAX_VALUE)),
        col(Mentions.CODE).isNull(),
        col(Mentions.CODE));
  }

  private record Describe(Broadcast<Dictionary> dictionary) implements UDF1<String, Row> {

    @Override
    public Row call(String id) {
      DictionaryActor actor = dictionary.value().actor(id);
      return actor == null
          ? RowFactory.create(id.substring(id.indexOf(':') + 1), null, null)
          : RowFactory.create(actor.name(), actor.type(), actor.state());
    }
  }
}
