package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Pickups;
import io.nutgraf.table.SourceFlows;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Measures how much each outlet carried that another had first.
 *
 * <p>{@link Pickups} -> {@link SourceFlows}. A cluster of copies flows from the outlet of its first
 * copy to every other outlet that carries it, once each. An article counts once in a flow, however
 * many clusters it shares. Medians are exact. Shuffles the pickups, by the two outlets.
 *
 * @param ownerBySource who owns an outlet; may be empty
 */
public record MeasureFlows(Map<String, String> ownerBySource) {
  public MeasureFlows {
    ownerBySource = Map.copyOf(ownerBySource);
  }

  public Dataset<Row> apply(Dataset<Row> pickups) {
    Column wordsOfFirst = when(col(Pickups.IS_FIRST), col(Pickups.WORDS).cast(DataTypes.LongType));
    Column lagOfFirst = when(col(Pickups.IS_FIRST), col(Pickups.LAG_SECONDS));
    Dataset<Row> flows =
        pickups
            .groupBy(SourceFlows.FROM_SOURCE, SourceFlows.TO_SOURCE)
            .agg(
                count_if(col(Pickups.IS_FIRST)).as(SourceFlows.CLUSTERS),
                sum(wordsOfFirst).as(SourceFlows.WORDS),
                count_distinct(col(Pickups.ARTICLE_ID)).as(SourceFlows.ARTICLES),
                percentile(lagOfFirst, lit(0.5)).as(SourceFlows.MEDIAN_LAG_SECONDS));
    Map<String, String> owners = ownerBySource;
    UserDefinedFunction ownerOf = udf((UDF1<String, String>) owners::get, DataTypes.StringType);
    Dataset<Row> withOwners =
        flows
            .withColumn(SourceFlows.FROM_OWNER, ownerOf.apply(col(SourceFlows.FROM_SOURCE)))
            .withColumn(SourceFlows.TO_OWNER, ownerOf.apply(col(SourceFlows.TO_SOURCE)));
    Column isSister = col(SourceFlows.FROM_OWNER).equalTo(col(SourceFlows.TO_OWNER));
    return SourceFlows.TABLE.conform(
        withOwners.withColumn(SourceFlows.SAME_OWNER, coalesce(isSister, lit(false))));
  }
}
