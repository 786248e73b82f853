package io.nutgraf.duplicate;

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
   * @param links {@link io.nutgraf.table.NearDuplicates}
   * @param linkedSets {@link io.nutgraf.table.LinkedSets}
   */
  Dataset<Row> settle(Dataset<Row> paragraphs, Dataset<Row> links, Dataset<Row> linkedSets);
}
