package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.Contents;
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
 * <p>({@link Mentions}, {@link DistinctParagraphs}, {@link Texts}, {@link Contents}, {@link
 * io.nutgraf.table.ClusterMembers}, {@link io.nutgraf.table.Clusters}) -> {@link Marginals}. Copies
 * count once exactly as in {@link CountPairs}, so that on every day a pair has no more units than
 * either actor, and an actor no more than there are: each cluster is one paragraph, and as many
 * sentences as its richest member has of the kind counted; articles with the same content are one.
 *
 * <p>Shuffles ids; nothing is held but one group's aggregates.
 *
 * @param methods mentions recognised in another way do not count, as in {@link ListUnits}
 */
public record CountMarginals(Set<String> methods) {
  private static final String KEY = "copy_key";
  private static final String KEY_DAY = "copy_day";
  private static final String SENTENCES = "sentences";
  private static final String DAY = "day";
  private static final Column NOBODY = lit(null).cast("string");

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
    Dataset<Row> named = namedOrAny(CountedMentions.of(mentions, methods));
    Dataset<Row> clustersThatName =
        countSentences(copies.join(named, DAY))
            .union(sentencesOfTexts(copies.join(firstDays(distinctParagraphs), DAY), texts))
            .groupBy(KEY, KEY_DAY, Marginals.OF, Marginals.ACTOR_ID)
            .agg(max(SENTENCES).as(SENTENCES));
    return Marginals.TABLE.conform(
        paragraphsAndSentences(clustersThatName)
            .union(articles(named, contents))
            .groupBy(Marginals.UNIT, Marginals.DAY, Marginals.OF, Marginals.ACTOR_ID)
            .agg(sum(Marginals.N_DISTINCT).as(Marginals.N_DISTINCT)));
  }

  /** Each mention twice: for its actor, and for any actor, whose id is null. */
  private static Dataset<Row> namedOrAny(Dataset<Row> mentions) {
    return mentions.select(
        col(Mentions.ARTICLE_ID),
        col(Mentions.PARAGRAPH),
        col(Mentions.SENTENCE),
        col(Mentions.PARAGRAPH_ID),
        to_date(col(Mentions.PUBLISHED_AT)).as(DAY),
        explode(array(col(Mentions.ACTOR_ID), NOBODY)).as(Marginals.ACTOR_ID));
  }

  private static Dataset<Row> firstDays(Dataset<Row> distinctParagraphs) {
    return distinctParagraphs.select(
        col(DistinctParagraphs.PARAGRAPH_ID),
        to_date(col(DistinctParagraphs.FIRST_PUBLISHED_AT)).as(DAY));
  }

  /**
   * Sentences of each occurrence that name an actor or any; and of all, those up to the last that
   * names one, because a spelling may have more sentences than the one whose text is kept.
   */
  private static Dataset<Row> countSentences(Dataset<Row> keyedMentions) {
    Column isAny = col(Marginals.ACTOR_ID).isNull();
    Column counts =
        when(isAny, array(count(Marginals.OF_ANY_ACTOR, "naming"), count(Marginals.OF_ALL, "seen")))
            .otherwise(array(count(Marginals.OF_ACTOR, "naming")));
    return keyedMentions
        .groupBy(KEY, KEY_DAY, Marginals.ACTOR_ID, Mentions.ARTICLE_ID, Mentions.PARAGRAPH)
        .agg(
            count_distinct(col(Mentions.SENTENCE)).as("naming"),
            max(Mentions.SENTENCE).plus(1).cast("long").as("seen"))
        .select(col(KEY), col(KEY_DAY), col(Marginals.ACTOR_ID), explode(counts).as("count"))
        .select(
            col(KEY),
            col(KEY_DAY),
            col("count.of").as(Marginals.OF),
            col(Marginals.ACTOR_ID),
            col("count.sentences").as(SENTENCES));
  }

  private static Column count(String of, String sentences) {
    return struct(lit(of).as("of"), col(sentences).as("sentences"));
  }

  private static Dataset<Row> sentencesOfTexts(Dataset<Row> keyedParagraphs, Dataset<Row> texts) {
    return keyedParagraphs
        .join(
            texts.select(Texts.PARAGRAPH_ID, Texts.SENTENCES),
            new String[] {Texts.PARAGRAPH_ID},
            "left")
        .select(
            col(KEY),
            col(KEY_DAY),
            lit(Marginals.OF_ALL).as(Marginals.OF),
            NOBODY.as(Marginals.ACTOR_ID),
            coalesce(col(Texts.SENTENCES), lit(1)).cast("long").as(SENTENCES));
  }

  private static Dataset<Row> paragraphsAndSentences(Dataset<Row> clustersThatName) {
    Column units =
        array(
            struct(lit(Units.PARAGRAPH_UNIT).as("unit"), lit(1L).as("n")),
            struct(lit(Units.SENTENCE_UNIT).as("unit"), col(SENTENCES).as("n")));
    return clustersThatName
        .withColumn("units", explode(units))
        .select(
            col("units.unit").as(Marginals.UNIT),
            col(KEY_DAY).as(Marginals.DAY),
            col(Marginals.OF),
            col(Marginals.ACTOR_ID),
            col("units.n").as(Marginals.N_DISTINCT));
  }

  private static Dataset<Row> articles(Dataset<Row> named, Dataset<Row> contents) {
    Column ofNamed =
        when(col(Marginals.ACTOR_ID).isNull(), Marginals.OF_ANY_ACTOR)
            .otherwise(Marginals.OF_ACTOR);
    Dataset<Row> contentsThatName =
        named
            .select(Mentions.ARTICLE_ID, Marginals.ACTOR_ID)
            .distinct()
            .join(contents, Mentions.ARTICLE_ID)
            .withColumn(Marginals.OF, ofNamed);
    Dataset<Row> all =
        contents
            .withColumn(Marginals.ACTOR_ID, NOBODY)
            .withColumn(Marginals.OF, lit(Marginals.OF_ALL));
    return contentsThatName
        .unionByName(all)
        .select(
            lit(Units.ARTICLE_UNIT).as(Marginals.UNIT),
            col(Contents.CONTENT_DAY).as(Marginals.DAY),
            col(Marginals.OF),
            col(Marginals.ACTOR_ID),
            col(Contents.CONTENT_KEY))
        .distinct()
        .select(
            col(Marginals.UNIT),
            col(Marginals.DAY),
            col(Marginals.OF),
            col(Marginals.ACTOR_ID),
            lit(1L).as(Marginals.N_DISTINCT));
  }
}
