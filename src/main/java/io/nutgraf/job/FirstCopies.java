package io.nutgraf.job;

import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The distinct paragraphs of which some days may have the first copies. */
interface FirstCopies {

  /**
   * {@link DistinctParagraphs}: all whose first copies are of these days. There may be others that
   * occurred before, as if they had not: then they are in clusters, whose first copies are older.
   */
  Dataset<Row> on(RecentDays days);

  /** Found among occurrences, of which only those of these days are read. */
  static FirstCopies among(Dataset<Row> occurrences) {
    return days ->
        Scope.kept(new GroupExactCopies().apply(days.byTime(occurrences, Paragraphs.PUBLISHED_AT)));
  }
}
