package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Settles linked paragraphs with a first copy that they are like: each component's first copy takes
 * those like it, the others are connected among themselves in the next round, until none is left
 * that has a link.
 */
interface Rounds {

  /**
   * {@link io.nutgraf.table.LinkedParagraphs}: the columns, in any order.
   *
   * @param paragraphs {@link io.nutgraf.table.DistinctParagraphs} with their {@link Components#KEY}
   * @param links {@link NearDuplicates}
   * @param linkedSets {@link ShingleSets} of the paragraphs in a link
   */
  Dataset<Row> settle(Dataset<Row> paragraphs, Dataset<Row> links, Dataset<Row> linkedSets);

  /** Few paragraphs are in a link, and each round looks at no others. */
  static Dataset<Row> inSomeLink(Dataset<Row> sets, Dataset<Row> links) {
    Dataset<Row> linked =
        links
            .select(
                explode(array(col(NearDuplicates.PARAGRAPH_A), col(NearDuplicates.PARAGRAPH_B)))
                    .as(ShingleSets.PARAGRAPH_ID))
            .distinct();
    return sets.join(linked, new String[] {ShingleSets.PARAGRAPH_ID}, "left_semi");
  }
}
