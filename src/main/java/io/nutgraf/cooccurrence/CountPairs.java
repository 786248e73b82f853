package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Evidence;
import io.nutgraf.table.Units;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;

/**
 * Counts pairs of actors by unit and day, as printed and with copies counted once.
 *
 * <p>({@link Evidence}, {@link io.nutgraf.table.Mentions}, {@link io.nutgraf.table.Contents},
 * {@link io.nutgraf.table.ClusterMembers}, {@link io.nutgraf.table.Clusters}) -> {@link
 * Cooccurrence}. Raw counts stand on the day a unit was published; distinct ones on the day of the
 * first copy, so a later copy never changes an earlier day. Copies are counted once like this:
 *
 * <ul>
 *   <li>unit paragraph: each cluster is 1;
 *   <li>unit sentence: each cluster is as many sentences as its richest member has with the pair;
 *   <li>unit article: articles with the same set of clusters, furniture left out, are 1, on the day
 *       of the first of them; {@code n_evidence} looks only at the paragraphs that name one of the
 *       two.
 * </ul>
 *
 * <p>Shuffles ids; nothing is held but one group's aggregates and one article's actors. The
 * fractional count is Newman's (M. E. J. Newman, "Scientific collaboration networks. II", Physical
 * Review E 64, 2001): a unit of k actors gives each of its pairs 1/(k-1). It is summed as a decimal
 * of 18 places, so that the order of the rows cannot change it.
 *
 * @param methods mentions recognised in another way do not count, as in {@link ListUnits}
 * @param maxActorsPerUnit articles that name more actors make no pairs, as in {@link ListEvidence}
 */
public record CountPairs(Set<String> methods, int maxActorsPerUnit) {
  private static final String[] PAIR = {Evidence.ACTOR_A, Evidence.ACTOR_B};

  private static final DataType SHARE = createDecimalType(19, 18);
  private static final DataType SHARE_SUM = createDecimalType(29, 18);

  public CountPairs {
    methods = Set.copyOf(methods);
  }

  public Dataset<Row> apply(
      Dataset<Row> evidence,
      Dataset<Row> mentions,
      Dataset<Row> contents,
      Dataset<Row> clusterMembers,
      Dataset<Row> clusters) {
    CopyKeys copies = new CopyKeys(clusterMembers, clusters);
    Dataset<Row> articleEvidence =
        copies.articleEvidence(CountedMentions.of(mentions, methods), maxActorsPerUnit);
    Dataset<Row> all =
        raw(evidence)
            .union(distinctUnits(copies.joinUnits(evidence, contents)))
            .union(distinctEvidence(articleEvidence));
    return Cooccurrence.TABLE.conform(
        all.groupBy(Cooccurrence.UNIT, Cooccurrence.DAY, PAIR[0], PAIR[1])
            .agg(
                sum(Cooccurrence.N_RAW).as(Cooccurrence.N_RAW),
                sum(Cooccurrence.N_DISTINCT).as(Cooccurrence.N_DISTINCT),
                sum(Cooccurrence.N_EVIDENCE).as(Cooccurrence.N_EVIDENCE),
                sum(Cooccurrence.N_SOURCES).as(Cooccurrence.N_SOURCES),
                sum(Cooccurrence.N_FRACTIONAL).cast("double").as(Cooccurrence.N_FRACTIONAL))
            .withColumn(
                Cooccurrence.N_EVIDENCE,
                when(
                    col(Cooccurrence.UNIT).equalTo(Units.ARTICLE_UNIT),
                    col(Cooccurrence.N_EVIDENCE))));
  }

  private static Dataset<Row> raw(Dataset<Row> evidence) {
    Dataset<Row> counts =
        evidence
            .groupBy(Evidence.UNIT, Evidence.DAY, PAIR[0], PAIR[1])
            .agg(
                count(lit(1)).as(Cooccurrence.N_RAW),
                count_distinct(coalesce(col(Evidence.SOURCE), lit(""))).as(Cooccurrence.N_SOURCES),
                sum(lit(1.0).divide(col(Evidence.N_ACTORS).minus(1)).cast(SHARE))
                    .as(Cooccurrence.N_FRACTIONAL));
    return part(
        counts,
        col(Evidence.UNIT),
        col(Cooccurrence.N_RAW),
        lit(0L),
        lit(0L),
        col(Cooccurrence.N_SOURCES),
        col(Cooccurrence.N_FRACTIONAL));
  }

  /**
   * Units that are copies of each other count as the one of them that has the pair most often:
   * several sentences of a paragraph may have it, a paragraph or an article has it once.
   */
  private static Dataset<Row> distinctUnits(Dataset<Row> keyedEvidence) {
    Dataset<Row> copies =
        keyedEvidence
            .groupBy(
                Evidence.UNIT,
                PAIR[0],
                PAIR[1],
                "copy_key",
                Evidence.ARTICLE_ID,
                Evidence.PARAGRAPH)
            .agg(count(lit(1)).as("units"), min("copy_day").as(Evidence.DAY))
            .groupBy(Evidence.UNIT, PAIR[0], PAIR[1], "copy_key")
            .agg(max("units").as("units"), min(Evidence.DAY).as(Evidence.DAY));
    return distinct(copies, col(Evidence.UNIT), col("units"), lit(0L));
  }

  private static Dataset<Row> distinctEvidence(Dataset<Row> articleEvidence) {
    Dataset<Row> sets =
        articleEvidence
            .groupBy(PAIR[0], PAIR[1], "evidence_key")
            .agg(min(Evidence.DAY).as(Evidence.DAY));
    return distinct(sets, lit(Units.ARTICLE_UNIT), lit(0L), lit(1L));
  }

  private static Dataset<Row> distinct(
      Dataset<Row> rows, Column unit, Column nDistinct, Column nEvidence) {
    return part(rows, unit, lit(0L), nDistinct, nEvidence, lit(0L), lit(0).cast(SHARE_SUM));
  }

  private static Dataset<Row> part(
      Dataset<Row> rows,
      Column unit,
      Column nRaw,
      Column nDistinct,
      Column nEvidence,
      Column nSources,
      Column nFractional) {
    return rows.select(
        unit.as(Cooccurrence.UNIT),
        col(Evidence.DAY),
        col(PAIR[0]),
        col(PAIR[1]),
        nRaw.as(Cooccurrence.N_RAW),
        nDistinct.as(Cooccurrence.N_DISTINCT),
        nEvidence.as(Cooccurrence.N_EVIDENCE),
        nSources.as(Cooccurrence.N_SOURCES),
        nFractional.as(Cooccurrence.N_FRACTIONAL));
  }
}
