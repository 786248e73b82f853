package io.nutgraf.cooccurrence;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.table.Contents;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Mentions;
import io.nutgraf.table.Texts;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The places that name an actor, and one without an actor for each distinct paragraph and article,
 * with the copy they belong to: what {@link CountMarginals} counts, in the columns and the order
 * that {@link CountInCopy} reads.
 */
final class NamingPlaces {
  /** Whether the copy is an article's content; else it is a paragraph's cluster. */
  static final String IS_ARTICLE = "is_article";

  static final String COPY_KEY = "copy_key";

  /** Hash of article and paragraph; 64 bits suffice among the places of one copy. */
  static final String PLACE = "place";

  /** Days since 1970-01-01 of the first copy. */
  static final String DAY = "first_day";

  /** Null where none is named. */
  static final String ACTOR = "actor_id";

  static final String SENTENCE = "sentence";

  /** So many sentences there are, or more. */
  static final String AT_LEAST = "at_least";

  private static final String OWN_DAY = "day";
  private static final Column NOBODY = lit(null).cast("string");
  private static final Column NO_SENTENCE = lit(null).cast("int");

  private NamingPlaces() {}

  static Dataset<Row> ofMentions(CopyKeys copies, Dataset<Row> mentions) {
    return copies
        .join(mentions.withColumn(OWN_DAY, to_date(col(Mentions.PUBLISHED_AT))), OWN_DAY)
        .select(
            lit(false).as(IS_ARTICLE),
            col(CopyKeys.KEY).as(COPY_KEY),
            xxhash64(col(Mentions.ARTICLE_ID), col(Mentions.PARAGRAPH)).as(PLACE),
            unix_date(col(CopyKeys.DAY)).as(DAY),
            col(Mentions.ACTOR_ID).as(ACTOR),
            col(Mentions.SENTENCE).as(SENTENCE),
            // Another spelling than the one whose text is kept may have more sentences.
            col(Mentions.SENTENCE).plus(1).as(AT_LEAST));
  }

  static Dataset<Row> ofTexts(
      CopyKeys copies, Dataset<Row> distinctParagraphs, Dataset<Row> texts) {
    Dataset<Row> days =
        distinctParagraphs.select(
            col(DistinctParagraphs.PARAGRAPH_ID),
            to_date(col(DistinctParagraphs.FIRST_PUBLISHED_AT)).as(OWN_DAY));
    return copies
        .join(days, OWN_DAY)
        .join(
            texts.select(Texts.PARAGRAPH_ID, Texts.SENTENCES),
            new String[] {Texts.PARAGRAPH_ID},
            "left")
        .select(
            lit(false).as(IS_ARTICLE),
            col(CopyKeys.KEY).as(COPY_KEY),
            lit(0L).as(PLACE),
            unix_date(col(CopyKeys.DAY)).as(DAY),
            NOBODY.as(ACTOR),
            NO_SENTENCE.as(SENTENCE),
            coalesce(col(Texts.SENTENCES), lit(1)).as(AT_LEAST));
  }

  /** An article is one unit, however many sentences of it name an actor. */
  static Dataset<Row> ofArticles(Dataset<Row> mentions, Dataset<Row> contents) {
    Dataset<Row> named =
        mentions
            .select(Mentions.ARTICLE_ID, Mentions.ACTOR_ID)
            .join(contents, Mentions.ARTICLE_ID)
            .select(
                col(Contents.CONTENT_KEY),
                col(Contents.CONTENT_DAY),
                col(Mentions.ACTOR_ID).as(ACTOR),
                lit(0).as(SENTENCE));
    Dataset<Row> all =
        contents.select(
            col(Contents.CONTENT_KEY),
            col(Contents.CONTENT_DAY),
            NOBODY.as(ACTOR),
            NO_SENTENCE.as(SENTENCE));
    return named
        .union(all)
        .select(
            lit(true).as(IS_ARTICLE),
            col(Contents.CONTENT_KEY).as(COPY_KEY),
            lit(0L).as(PLACE),
            unix_date(col(Contents.CONTENT_DAY)).as(DAY),
            col(ACTOR),
            col(SENTENCE),
            lit(1).as(AT_LEAST));
  }
}
