package io.nutgraf.job;

import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The paragraphs of which some days may have the first copies. */
interface FirstCopies {

  /**
   * Identifier, time and article of the first copy, as in {@link DistinctParagraphs}, of all
   * paragraphs whose first copies are of these days. A paragraph that also occurred earlier may be
   * among them, with the first copy that these days have. It is in a cluster then; who dates rows
   * by their cluster leaves it out.
   */
  Dataset<Row> on(RecentDays days);

  /** Found among occurrences, of which only those of these days are read. */
  static FirstCopies among(Dataset<Row> occurrences) {
    return days ->
        Persisted.rows(
            new GroupExactCopies()
                .apply(days.byTime(occurrences, Paragraphs.PUBLISHED_AT))
                .select(
                    DistinctParagraphs.PARAGRAPH_ID,
                    DistinctParagraphs.FIRST_PUBLISHED_AT,
                    DistinctParagraphs.FIRST_ARTICLE_ID));
  }
}
