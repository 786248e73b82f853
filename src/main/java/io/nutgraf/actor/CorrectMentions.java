package io.nutgraf.actor;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.nutgraf.table.Mentions;
import java.time.LocalDate;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.StructType;

/**
 * Applies an analyst's corrections.
 *
 * <p>{@link Mentions} -> {@link Mentions}, row for row but for those dropped. A line for a surface
 * goes before one for an actor; each mention is corrected once, so that lines do not chain. The
 * method stays as it was; the code becomes that of the actor meant.
 */
public record CorrectMentions(Broadcast<Dictionary> dictionary, Corrections corrections) {
  /** Line of the merge file. */
  public static final String LINE = "line";

  /** Mentions that a line applied to. */
  public static final String N_MENTIONS = "n_mentions";

  private static final String CORRECTION = "correction";
  private static final String TO = "to";
  private static final StructType CORRECTION_TYPE =
      new StructType().add(LINE, LongType).add(TO, StringType);

  public Dataset<Row> apply(Dataset<Row> mentions) {
    Column to = col(CORRECTION).getField(TO);
    Dataset<Row> kept =
        mentions
            .withColumn(CORRECTION, correction())
            .where(coalesce(to, lit("")).notEqual(Correction.DROP));
    Column code =
        udf(new CodeOfActor(dictionary), StringType)
            .apply(to, ResolveActors.dayOf(col(Mentions.PUBLISHED_AT)));
    return Mentions.TABLE.conform(
        kept.withColumn(Mentions.CODE, when(to.isNull(), col(Mentions.CODE)).otherwise(code))
            .withColumn(Mentions.CANDIDATES, when(to.isNull(), col(Mentions.CANDIDATES)))
            .withColumn(Mentions.ACTOR_ID, coalesce(to, col(Mentions.ACTOR_ID))));
  }

  /** How many mentions each line applies to; lines that apply to none have no row. */
  public Dataset<Row> perLine(Dataset<Row> mentions) {
    return mentions
        .select(correction().getField(LINE).as(LINE))
        .where(col(LINE).isNotNull())
        .groupBy(LINE)
        .agg(count(lit(1)).as(N_MENTIONS));
  }

  private Column correction() {
    return udf(new FindCorrection(corrections), CORRECTION_TYPE)
        .apply(col(Mentions.SURFACE), col(Mentions.ACTOR_ID));
  }

  private record FindCorrection(Corrections corrections) implements UDF2<String, String, Row> {

    @Override
    public Row call(String surface, String actorId) {
      Correction correction = corrections.of(surface, actorId);
      return correction == null ? null : RowFactory.create(correction.line(), correction.to());
    }
  }

  private record CodeOfActor(Broadcast<Dictionary> dictionary)
      implements UDF2<String, Long, String> {

    @Override
    public String call(String actorId, Long day) {
      DictionaryActor actor = actorId == null ? null : dictionary.value().actor(actorId);
      return actor == null ? null : actor.codeOn(day == null ? null : LocalDate.ofEpochDay(day));
    }
  }
}
