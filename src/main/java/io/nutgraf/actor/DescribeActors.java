package io.nutgraf.actor;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;

import io.nutgraf.table.ActorCounts;
import io.nutgraf.table.ActorVariants;
import io.nutgraf.table.Actors;
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
 * <p>({@link ActorCounts}, {@link ActorVariants}) -> {@link Actors}, a row for each actor. The code
 * is that of the latest article; without a date an article is older than any, of articles of one
 * time the smallest code counts.
 *
 * <p>An actor that no dictionary has is named as it is mostly written, surnames alone left out; of
 * ways equally frequent the longest counts, then the smallest. Its type is told by its id.
 */
public record DescribeActors(Broadcast<Dictionary> dictionary) {
  private static final String ENTRY = "entry";
  private static final String USUAL_NAME = "usual_name";
  private static final String[] BY_ACTOR = {Actors.ACTOR_ID};
  private static final String LEFT = "left";
  private static final String LEFT_ANTI = "left_anti";
  private static final StructType ENTRY_TYPE =
      new StructType(
          new StructField[] {
            Actors.TABLE.schema().apply(Actors.NAME),
            Actors.TABLE.schema().apply(Actors.TYPE),
            Actors.TABLE.schema().apply(Actors.STATE)
          });

  public Dataset<Row> apply(Dataset<Row> actorCounts, Dataset<Row> variants) {
    return describe(addedUp(actorCounts), variants);
  }

  /**
   * The same where only a few actors' counts have changed: only these are added up. All are named
   * anew, because the dictionary may be another.
   *
   * @param earlier {@link Actors} as they were
   * @param changed actor_id of those few, each once; some may be new and some gone
   * @param actorCounts of these alone
   * @param variants of all
   */
  public Dataset<Row> renew(
      Dataset<Row> earlier, Dataset<Row> changed, Dataset<Row> actorCounts, Dataset<Row> variants) {
    Dataset<Row> counted =
        earlier
            .select(Actors.ACTOR_ID, Actors.MENTIONS, Actors.ARTICLES, Actors.SOURCES, Actors.CODE)
            .join(changed, BY_ACTOR, LEFT_ANTI)
            .unionByName(addedUp(actorCounts));
    return describe(counted, variants);
  }

  private static Dataset<Row> addedUp(Dataset<Row> actorCounts) {
    return counts(actorCounts).join(latestCodes(actorCounts), BY_ACTOR);
  }

  private Dataset<Row> describe(Dataset<Row> counted, Dataset<Row> variants) {
    Dataset<Row> actors =
        counted
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
    return actorCounts
        .groupBy(ActorCounts.ACTOR_ID, ActorCounts.SOURCE)
        .agg(
            sum(ActorCounts.MENTIONS).as(Actors.MENTIONS),
            sum(ActorCounts.ARTICLES).as(Actors.ARTICLES))
        .groupBy(ActorCounts.ACTOR_ID)
        .agg(
            sum(Actors.MENTIONS).as(Actors.MENTIONS),
            sum(Actors.ARTICLES).as(Actors.ARTICLES),
            count(col(ActorCounts.SOURCE)).as(Actors.SOURCES));
  }

  /** By code first, so that few rows have to be sorted. */
  private static Dataset<Row> latestCodes(Dataset<Row> actorCounts) {
    return actorCounts
        .groupBy(ActorCounts.ACTOR_ID, ActorCounts.CODE)
        .agg(max(ActorCounts.LAST_PUBLISHED_AT).as(ActorCounts.LAST_PUBLISHED_AT))
        .groupBy(ActorCounts.ACTOR_ID)
        .agg(min_by(col(ActorCounts.CODE), latestThenSmallest()).as(Actors.CODE));
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
        coalesce(negate(unix_micros(col(ActorCounts.LAST_PUBLISHED_AT))), lit(Long.MAX_VALUE)),
        col(ActorCounts.CODE).isNull(),
        col(ActorCounts.CODE));
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
