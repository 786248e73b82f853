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
 * Counts the units that name an actor, that name any, and all units, over the whole corpus and over
 * each period. A unit counts where its first copy is.
 *
 * <p>({@link Mentions}, {@link DistinctParagraphs}, {@link Texts}, {@link
 * io.nutgraf.table.Contents}, {@link io.nutgraf.table.ClusterMembers}, {@link
 * io.nutgraf.table.Clusters}) -> {@link Marginals}. Copies count once exactly as in {@link
 * CountPairs}, so that in every period a pair has no more units than either actor, and an actor no
 * more than there are: each cluster is one paragraph, and as many sentences as its richest member
 * has of the kind counted; articles with the same content are one. There are as many sentences as
 * in the text, and no fewer than up to the last that names an actor.
 *
 * <p>Shuffles ids by cluster and by content, once, then one row for each actor and period; memory
 * holds the actors of one cluster or content.
 *
 * @param methods mentions recognised in another way do not count, as in {@link ListUnits}
 * @param window that units are added up over
 * @param days that are counted
 */
public record CountMarginals(Set<String> methods, TimeWindow window, RecentDays days) {

  private static final String FIRST_DAY = "day_of_first";

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
    return Marginals.TABLE.conform(unitsByPeriod(copiesThatName));
  }

  private Dataset<Row> unitsByPeriod(Dataset<Row> copiesThatName) {
    Dataset<Row> dated =
        copiesThatName.withColumn(FIRST_DAY, date_from_unix_date(col(NamingPlaces.DAY)));
    Column units =
        when(
                col(NamingPlaces.IS_ARTICLE),
                array(struct(lit(Units.ARTICLE_UNIT).as("unit"), col("copies").as("n"))))
            .otherwise(
                array(
                    struct(lit(Units.PARAGRAPH_UNIT).as("unit"), col("copies").as("n")),
                    struct(
                        lit(Units.SENTENCE_UNIT).as("unit"), col(CountInCopy.SENTENCES).as("n"))));
    return new Periods(window)
        .of(days.byDay(dated, FIRST_DAY), FIRST_DAY)
        .groupBy(NamingPlaces.IS_ARTICLE, Marginals.PERIOD, Marginals.OF, Marginals.ACTOR_ID)
        .agg(count(lit(1)).as("copies"), sum(CountInCopy.SENTENCES).as(CountInCopy.SENTENCES))
        .withColumn("units", explode(units))
        .select(
            col("units.unit").as(Marginals.UNIT),
            col(Marginals.PERIOD),
            col(Marginals.OF),
            col(Marginals.ACTOR_ID),
            col("units.n").as(Marginals.N_DISTINCT));
  }
}
