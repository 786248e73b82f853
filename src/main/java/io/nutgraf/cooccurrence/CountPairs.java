package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.table.Cooccurrence;
import io.nutgraf.table.Evidence;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

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
 * <p>Shuffles numbers and the ids of the two actors, once; memory holds one pair's days, its sets
 * of clusters, and one article's actors. The fractional count is Newman's (M. E. J. Newman,
 * "Scientific collaboration networks. II", Physical Review E 64, 2001): a unit of k actors gives
 * each of its pairs 1/(k-1). It is summed in parts of 10^-18, so that the order of the rows cannot
 * change it.
 *
 * @param methods mentions recognised in another way do not count, as in {@link ListUnits}
 * @param maxActorsPerUnit articles that name more actors make no pairs, as in {@link ListEvidence}
 */
public record CountPairs(Set<String> methods, int maxActorsPerUnit) {
  private static final StructType COUNTED =
      new StructType()
          .add(Cooccurrence.UNIT, DataTypes.StringType)
          .add("day_number", DataTypes.IntegerType)
          .add(Cooccurrence.ACTOR_A, DataTypes.StringType)
          .add(Cooccurrence.ACTOR_B, DataTypes.StringType)
          .add(Cooccurrence.N_RAW, DataTypes.LongType)
          .add(Cooccurrence.N_DISTINCT, DataTypes.LongType)
          .add(Cooccurrence.N_EVIDENCE, DataTypes.LongType)
          .add(Cooccurrence.N_SOURCES, DataTypes.LongType)
          .add(Cooccurrence.N_FRACTIONAL, DataTypes.DoubleType);

  public CountPairs {
    methods = Set.copyOf(methods);
  }

  public Dataset<Row> apply(
      Dataset<Row> evidence,
      Dataset<Row> mentions,
      Dataset<Row> contents,
      Dataset<Row> clusterMembers,
      Dataset<Row> clusters) {
    PairedUnits units = new PairedUnits(new CopyKeys(clusterMembers, clusters));
    Column[] order = {
      // First, because a number is compared faster than the ids.
      col(PairedUnits.PAIR_KEY),
      col(Evidence.ACTOR_A),
      col(Evidence.ACTOR_B),
      col(Evidence.UNIT),
      col(PairedUnits.COPY_KEY),
      col(PairedUnits.OCCURRENCE)
    };
    Dataset<Row> counted =
        units
            .ofParagraphs(evidence)
            .union(
                units.ofArticles(CountedMentions.of(mentions, methods), contents, maxActorsPerUnit))
            .withColumn(
                PairedUnits.PAIR_KEY, xxhash64(col(Evidence.ACTOR_A), col(Evidence.ACTOR_B)))
            .repartition(col(PairedUnits.PAIR_KEY))
            .sortWithinPartitions(order)
            .mapPartitions(new CountInPair(), Encoders.row(COUNTED));
    return Cooccurrence.TABLE.conform(
        counted.withColumn(Cooccurrence.DAY, date_from_unix_date(col("day_number"))));
  }
}
