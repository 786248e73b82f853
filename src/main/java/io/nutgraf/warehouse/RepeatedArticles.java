package io.nutgraf.warehouse;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import io.nutgraf.table.Articles;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The articles that came in several nights, of which only the last counts. To find them takes a
 * shuffle of article ids, once for all tables; they are persisted until the end of the run.
 *
 * @param rows repeated_id and last_night; null when there are none
 */
record RepeatedArticles(Dataset<Row> rows) {
  static final RepeatedArticles NONE = new RepeatedArticles(null);

  private static final String ID = "repeated_id";
  private static final String LAST_NIGHT = "last_night";

  /** Starts a Spark job. */
  static RepeatedArticles among(Dataset<Row> articlesOfAllNights) {
    Dataset<Row> rows =
        articlesOfAllNights
            .groupBy(Articles.ARTICLE_ID)
            .agg(max(Facts.NIGHT).as(LAST_NIGHT), min(Facts.NIGHT).as("first_night"))
            .where(col(LAST_NIGHT).gt(col("first_night")))
            .select(col(Articles.ARTICLE_ID).as(ID), col(LAST_NIGHT))
            .persist(StorageLevel.MEMORY_AND_DISK());
    return rows.isEmpty() ? NONE : new RepeatedArticles(rows);
  }

  /** Whether one of these articles came in several nights. Starts a Spark job unless none did. */
  boolean haveOneOf(Dataset<Row> articles) {
    return rows != null
        && !rows.join(articles, col(ID).equalTo(col(Articles.ARTICLE_ID)), "left_semi").isEmpty();
  }

  /** The rows, with article_id and night, that the article's last night has. */
  Dataset<Row> leaveOutEarlier(Dataset<Row> ofAllNights) {
    return rows == null
        ? ofAllNights
        : ofAllNights.join(
            rows,
            col(Articles.ARTICLE_ID).equalTo(col(ID)).and(col(Facts.NIGHT).lt(col(LAST_NIGHT))),
            "left_anti");
  }
}
