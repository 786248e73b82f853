package io.nutgraf.job;

import io.nutgraf.cooccurrence.RecentDays;
import io.nutgraf.duplicate.GroupExactCopies;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.Paragraphs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The distinct paragraphs whose first copies are on some days. */
interface FirstCopies {

  /** {@link DistinctParagraphs}. */
  Dataset<Row> on(RecentDays days);

  /** Found among occurrences: only the paragraphs that occur on these days are grouped. */
  static FirstCopies among(Dataset<Row> occurrences) {
    return days -> {
      Dataset<Row> recent =
          days.byTime(occurrences, Paragraphs.PUBLISHED_AT)
              .select(Paragraphs.PARAGRAPH_ID)
              .distinct();
      Dataset<Row> ever =
          days.areAll()
              ? occurrences
              : occurrences.join(recent, new String[] {Paragraphs.PARAGRAPH_ID}, "left_semi");
      return Scope.kept(
          days.byTime(new GroupExactCopies().apply(ever), DistinctParagraphs.FIRST_PUBLISHED_AT));
    };
  }
}
