package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Marginals;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Texts;
import io.nutgraf.table.Units;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Counts the units that name an actor, that name any, and all units, by the day of the first copy.
 *
 * <p>({@link Mentions}, {@link DistinctParagraphs}, {@link Texts}, {@link
 * io.nutgraf.table.Contents}, {@link io.nutgraf.table.ClusterMembers}, {@link
 * io.nutgraf.table.Clusters}) -> {@link Marginals}. Copies count once exactly as in {@link
 * CountPairs}, so that on every day a pair has no more units than either actor, and an actor no
 * more than there are: each cluster is one paragraph, and as many sentences as its richest member
 * has of the kind counted; articles with the same content are one.
 *
 * <p>Shuffles ids by cluster and by content, once each, then one row for each actor and day;
 * nothing is held but one group's aggregates.
 *
 * @param methods mentions recognised in another way do not count, as in {@link ListUnits}
 */
public record CountMarginals(Set<String> methods) {
  private static final String KEY = "copy_key";
  private static final String KEY_DAY = "copy_day";
  private static final String SENTENCES = "sentences";
  private static final String IN_TEXT = "sentences_in_text";
  private static final String DAY = "day";
  static final Column NOBODY = lit(null).cast("string");

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
    Dataset<Row> sentences =
        sentencesThatName(copies, counted)
            .unionByName(sentencesOfTexts(copies, distinctParagraphs, texts))
            // All that follows groups by cluster and more, so this one shuffle is enough.
            .repartition(col(KEY));
    return Marginals.TABLE.conform(
        paragraphsAndSentences(clustersThatName(sentences))
            .union(ContentMarginals.of(counted, contents)));
  }

  private static Dataset<Row> sentencesThatName(CopyKeys copies, Dataset<Row> mentions) {
    return copies
        .join(mentions.withColumn(DAY, to_date(col(Mentions.PUBLISHED_AT))), DAY)
        .select(
            col(KEY),
            col(KEY_DAY),
            col(Mentions.ACTOR_ID),
            col(Mentions.ARTICLE_ID),
            col(Mentions.PARAGRAPH),
            col(Mentions.SENTENCE),
            lit(null).cast("int").as(IN_TEXT));
  }

  /** How many sentences there are; no actor, no article. */
  private static Dataset<Row> sentencesOfTexts(
      CopyKeys copies, Dataset<Row> distinctParagraphs, Dataset<Row> texts) {
    Dataset<Row> days =
        distinctParagraphs.select(
            col(DistinctParagraphs.PARAGRAPH_ID),
            to_date(col(DistinctParagraphs.FIRST_PUBLISHED_AT)).as(DAY));
    return copies
        .join(days, DAY)
        .join(
            texts.select(Texts.PARAGRAPH_ID, Texts.SENTENCES),
            new String[] {Texts.PARAGRAPH_ID},
            "left")
        .select(
            col(KEY),
            col(KEY_DAY),
            NOBODY.as(Mentions.ACTOR_ID),
            lit(null).cast("string").as(Mentions.ARTICLE_ID),
            lit(null).cast("int").as(Mentions.PARAGRAPH),
            lit(null).cast("int").as(Mentions.SENTENCE),
            coalesce(col(Texts.SENTENCES), lit(1)).as(IN_TEXT));
  }

  /**
   * Sentences of each cluster that name an actor, that name any, and all. There are as many as in
   * the text, and no fewer than up to the last that names one: another spelling than the one whose
   * text is kept may have more.
   */
  private static Dataset<Row> clustersThatName(Dataset<Row> sentences) {
    Column isText = col(Mentions.ARTICLE_ID).isNull();
    Column of =
        when(isText, array(of(Marginals.OF_ALL, NOBODY)))
            .otherwise(
                array(
                    of(Marginals.OF_ACTOR, col(Mentions.ACTOR_ID)),
                    of(Marginals.OF_ANY_ACTOR, NOBODY),
                    of(Marginals.OF_ALL, NOBODY)));
    Column all = greatest(max(IN_TEXT), max(Mentions.SENTENCE).plus(1)).cast("long");
    return sentences
        .withColumn("counted", explode(of))
        .groupBy(
            col(KEY),
            col(KEY_DAY),
            col("counted.of").as(Marginals.OF),
            col("counted.actor_id").as(Marginals.ACTOR_ID),
            col(Mentions.ARTICLE_ID),
            col(Mentions.PARAGRAPH))
        .agg(count_distinct(col(Mentions.SENTENCE)).as("naming"), all.as("all"))
        .groupBy(KEY, KEY_DAY, Marginals.OF, Marginals.ACTOR_ID)
        .agg(
            max(when(col(Marginals.OF).equalTo(Marginals.OF_ALL), col("all"))
                    .otherwise(col("naming")))
                .as(SENTENCES));
  }

  /** One thing that a row is counted for. */
  static Column of(String of, Column actor) {
    return struct(lit(of).as("of"), actor.as("actor_id"));
  }

  private static Dataset<Row> paragraphsAndSentences(Dataset<Row> clustersThatName) {
    Column units =
        array(
            struct(lit(Units.PARAGRAPH_UNIT).as("unit"), col("clusters").as("n")),
            struct(lit(Units.SENTENCE_UNIT).as("unit"), col(SENTENCES).as("n")));
    return clustersThatName
        .groupBy(col(KEY_DAY).as(Marginals.DAY), col(Marginals.OF), col(Marginals.ACTOR_ID))
        .agg(count(lit(1)).as("clusters"), sum(SENTENCES).as(SENTENCES))
        .withColumn("units", explode(units))
        .select(
            col("units.unit").as(Marginals.UNIT),
            col(Marginals.DAY),
            col(Marginals.OF),
            col(Marginals.ACTOR_ID),
            col("units.n").as(Marginals.N_DISTINCT));
  }
}
