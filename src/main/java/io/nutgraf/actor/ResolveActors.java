package io.nutgraf.actor;

import static org.apache.spark.sql.functions.any_value;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.unix_micros;

import io.nutgraf.table.Mentions;
import io.nutgraf.table.Readings;
import io.nutgraf.table.SplitArticles;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Decides whom the spans of each article name, and lists them as mentions.
 *
 * <p>({@link SplitArticles}, {@link Readings}) -> {@link Mentions}, none or more per paragraph,
 * those of an article together and articles by time in each partition, so that who reads the last
 * days skips the rest. A mention that stays ambiguous has no actor but its candidates; the rules
 * are those of {@link ArticleResolver}. The dated code is that of the article's day in UTC, of no
 * date when it has none.
 *
 * <p>Shuffles: paragraphs and readings once by their hash, where the readings are too many to
 * broadcast, then by article. Only hashes and spans move, never text. Holds the spans of one
 * article at a time.
 */
public record ResolveActors(Broadcast<Dictionary> dictionary) {
  private static final String PARTS = "parts";
  private static final String DAY = "day";
  private static final long MICROSECONDS_OF_A_DAY = 86_400_000_000L;

  public Dataset<Row> apply(Dataset<Row> splitArticles, Dataset<Row> readings) {
    Dataset<Row> paragraphs =
        splitArticles.select(
            col(SplitArticles.ARTICLE_ID),
            col(SplitArticles.SOURCE),
            col(SplitArticles.PUBLISHED_AT),
            inline(col(SplitArticles.PARTS)));
    Dataset<Row> readingsWithSpans =
        readings
            .where(size(col(Readings.SPANS)).gt(lit(0)))
            .select(Readings.H1, Readings.H2, Readings.SPELLING, Readings.SPANS);
    Dataset<Row> articles =
        paragraphs
            .join(
                readingsWithSpans,
                new String[] {Readings.H1, Readings.H2, Readings.SPELLING},
                "inner")
            .groupBy(col(SplitArticles.ARTICLE_ID))
            .agg(
                any_value(col(SplitArticles.SOURCE)).as(Mentions.SOURCE),
                any_value(col(SplitArticles.PUBLISHED_AT)).as(Mentions.PUBLISHED_AT),
                any_value(dayOf(col(SplitArticles.PUBLISHED_AT))).as(DAY),
                collect_list(
                        struct(
                            col(Mentions.PARAGRAPH),
                            col(Readings.H1),
                            col(Readings.H2),
                            col(Readings.SPANS)))
                    .as(PARTS));
    return Mentions.TABLE.conform(
        articles
            .sortWithinPartitions(Mentions.PUBLISHED_AT, Mentions.ARTICLE_ID)
            .flatMap(new ArticleMentions(dictionary), Encoders.row(Mentions.TABLE.schema())));
  }

  /** Days since 1970 in UTC, whatever the session's time zone. */
  static Column dayOf(Column timestamp) {
    return floor(unix_micros(timestamp).divide(lit(MICROSECONDS_OF_A_DAY)));
  }
}
