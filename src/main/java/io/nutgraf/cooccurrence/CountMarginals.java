package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Texts;
import io.nutgraf.table.Units;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Counts the units that name an actor, that name any, and all units, by the day of the first copy.
 *
 * <p>({@link Mentions}, {@link DistinctParagraphs}, {@link Texts}, {@link
 * io.nutgraf.table.Contents}, {@link io.nutgraf.table.ClusterMembers}, {@link
 * io.nutgraf.table.Clusters}) -> {@link Marginals}. Copies count once exactly as in {@link
 * CountPairs}, so that on every day a pair has no more units than either actor, and an actor no
 * more than there are: each cluster is one paragraph, and as many sentences as its richest member
 * has of the kind counted; articles with the same content are one. There are as many sentences as
 * in the text, and no fewer than up to the last that names an actor.
 *
 * <p>Shuffles ids by cluster and by content, once, then one row for each actor and day; memory
 * holds the actors of one cluster or content.
 *
 * @param methods mentions recognised in another way do not count, as in {@link ListUnits}
 */
public record CountMarginals(Set<String> methods) {

  public CountMarginals {
    methods = Set.copyOf(methods);
  }

  public Dataset<Row> apply(
      Dataset<Row> mentions,
      Dataset<Row> distinctParagraphs,
      Dataset<Row> texts,
      Dataset<Row> contents,
      Dataset<Row> clusterMembers,
      Dataset<Row> clusters) {
    CopyKeys copies = new CopyKeys(clusterMembers, clusters);
    Dataset<Row> counted = CountedMentions.of(mentions, methods);
    Dataset<Row> copiesThatName =
        NamingPlaces.ofMentions(copies, counted)
            .union(NamingPlaces.ofTexts(copies, distinctParagraphs, texts))
            .union(NamingPlaces.ofArticles(counted, contents))
            .repartition(col(NamingPlaces.COPY_KEY))
            .sortWithinPartitions(
                NamingPlaces.COPY_KEY, NamingPlaces.IS_ARTICLE, NamingPlaces.PLACE)
            .mapPartitions(new CountInCopy(), Encoders.row(CountInCopy.COLUMNS));
    return Marginals.TABLE.conform(unitsByDay(copiesThatName));
  }

  private static Dataset<Row> unitsByDay(Dataset<Row> copiesThatName) {
    Column units =
        when(
                col(NamingPlaces.IS_ARTICLE),
                array(struct(lit(Units.ARTICLE_UNIT).as("unit"), col("copies").as("n"))))
            .otherwise(
                array(
                    struct(lit(Units.PARAGRAPH_UNIT).as("unit"), col("copies").as("n")),
                    struct(
                        lit(Units.SENTENCE_UNIT).as("unit"), col(CountInCopy.SENTENCES).as("n"))));
    return copiesThatName
        .groupBy(NamingPlaces.IS_ARTICLE, NamingPlaces.DAY, Marginals.OF, Marginals.ACTOR_ID)
        .agg(count(lit(1)).as("copies"), sum(CountInCopy.SENTENCES).as(CountInCopy.SENTENCES))
        .withColumn("units", explode(units))
        .select(
            col("units.unit").as(Marginals.UNIT),
            date_from_unix_date(col(NamingPlaces.DAY)).as(Marginals.DAY),
            col(Marginals.OF),
            col(Marginals.ACTOR_ID),
            col("units.n").as(Marginals.N_DISTINCT));
  }
}
