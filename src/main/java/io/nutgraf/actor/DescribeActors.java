package io.nutgraf.actor;

import static org.apache.spark.sql.functions.bool_and;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.ActorCounts;
import io.nutgraf.table.ActorVariants;
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
 * <p>({@link ActorCounts}, {@link ActorVariants}, {@link Mentions}) -> {@link Actors}, a row for
 * each actor. The code is that of the latest mention; without a date a mention is older than any,
 * of mentions at one time the smallest code counts. Mentions are looked at for the few actors that
 * have several codes.
 *
 * <p>An actor that no dictionary has is named as it is mostly written, surnames alone left out; of
 * ways equally frequent the longest counts, then the smallest. Its type is told by its id.
 */
public record DescribeActors(Broadcast<Dictionary> dictionary) {
  private static final String ENTRY = "entry";
  private static final String USUAL_NAME = "usual_name";
  private static final String HAS_SEVERAL = "has_several_codes";
  private static final String LATEST_CODE = "latest_code";
  private static final String[] BY_ACTOR = {Actors.ACTOR_ID};
  private static final String LEFT = "left";
  private static final StructType ENTRY_TYPE =
      new StructType(
          new StructField[] {
            Actors.TABLE.schema().apply(Actors.NAME),
            Actors.TABLE.schema().apply(Actors.TYPE),
            Actors.TABLE.schema().apply(Actors.STATE)
          });

  public Dataset<Row> apply(
      Dataset<Row> actorCounts, Dataset<Row> variants, Dataset<Row> mentions) {
    Dataset<Row> counts = counts(actorCounts);
    Dataset<Row> actors =
        counts
            .join(latestCodes(counts, mentions), BY_ACTOR, LEFT)
            .withColumn(
                Actors.CODE, when(col(HAS_SEVERAL), col(LATEST_CODE)).otherwise(col(Actors.CODE)))
            .withColumn(
                ENTRY, udf(new Describe(dictionary), ENTRY_TYPE).apply(col(Actors.ACTOR_ID)))
            .join(usualNames(variants), BY_ACTOR, LEFT);
    return Actors.TABLE.conform(
        actors
            .withColumn(
                Actors.NAME,
                coalesce(col(ENTRY).getField(Actors.NAME), col(USUAL_NAME), tailOfId()))
            .withColumn(Actors.TYPE, col(ENTRY).getField(Actors.TYPE))
            .withColumn(Actors.STATE, col(ENTRY).getField(Actors.STATE)));
  }

  /** By outlet first, so that each counts once. */
  private static Dataset<Row> counts(Dataset<Row> actorCounts) {
    Column hasCode = col(ActorCounts.CODE).isNotNull();
    return actorCounts
        .groupBy(ActorCounts.ACTOR_ID, ActorCounts.SOURCE)
        .agg(
            sum(ActorCounts.MENTIONS).as(Actors.MENTIONS),
            sum(ActorCounts.ARTICLES).as(Actors.ARTICLES),
            min(ActorCounts.CODE).as("smallest"),
            max(ActorCounts.CODE).as("greatest"),
            bool_and(hasCode).as("all_have"))
        .groupBy(ActorCounts.ACTOR_ID)
        .agg(
            sum(Actors.MENTIONS).as(Actors.MENTIONS),
            sum(Actors.ARTICLES).as(Actors.ARTICLES),
            count(col(ActorCounts.SOURCE)).as(Actors.SOURCES),
            min("smallest").as(Actors.CODE),
            max("greatest").as("greatest"),
            bool_and(col("all_have")).as("all_have"))
        .withColumn(
            HAS_SEVERAL,
            col(Actors.CODE)
                .isNotNull()
                .and(col(Actors.CODE).notEqual(col("greatest")).or(not(col("all_have")))));
  }

  /** The latest mention of each code is enough to know the code of the latest mention. */
  private static Dataset<Row> latestCodes(Dataset<Row> counts, Dataset<Row> mentions) {
    return mentions
        .join(counts.where(col(HAS_SEVERAL)).select(Actors.ACTOR_ID), BY_ACTOR, "left_semi")
        .groupBy(Mentions.ACTOR_ID, Mentions.CODE)
        .agg(max(Mentions.PUBLISHED_AT).as(Mentions.PUBLISHED_AT))
        .groupBy(Mentions.ACTOR_ID)
        .agg(min_by(col(Mentions.CODE), latestThenSmallest()).as(LATEST_CODE));
  }

  private static Dataset<Row> usualNames(Dataset<Row> variants) {
    Dataset<Row> names =
        variants
            .where(not(col(ActorVariants.METHOD).isin(Span.SURNAME, Span.TITLE_SURNAME)))
            .groupBy(ActorVariants.ACTOR_ID, ActorVariants.SURFACE)
            .agg(sum(ActorVariants.MENTIONS).as(ActorVariants.MENTIONS));
    return names
        .groupBy(ActorVariants.ACTOR_ID)
        .agg(
            min_by(
                    col(ActorVariants.SURFACE),
                    struct(
                        negate(col(ActorVariants.MENTIONS)),
                        negate(length(col(ActorVariants.SURFACE))),
                        col(ActorVariants.SURFACE)))
                .as(USUAL_NAME));
  }

  private static Column tailOfId() {
    return regexp_replace(col(Actors.ACTOR_ID), "^[^:]*:", "");
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
          ? RowFactory.create(null, typeOf(id), null)
          : RowFactory.create(actor.name(), actor.type(), actor.state());
    }

    private static String typeOf(String id) {
      return switch (id.substring(0, id.indexOf(':') + 1)) {
        case TaggedNames.PERSON_ID -> DictionaryActor.PERSON;
        case TaggedNames.ORGANISATION_ID -> DictionaryActor.ORGANISATION;
        case "state:" -> DictionaryActor.STATE;
        default -> null;
      };
    }
  }
}
