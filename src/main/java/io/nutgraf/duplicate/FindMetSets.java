package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.MetSets;
import io.nutgraf.table.ShingleSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the paragraphs that share a key with a new one, the only ones that a night has to look at.
 *
 * <p>{@link ShingleSets} of all paragraphs -> {@link MetSets}, the new ones among them. Reads all
 * sets once; shuffles nothing.
 *
 * @param newKeys of the new paragraphs
 */
public record FindMetSets(NewKeys newKeys) {

  public Dataset<Row> apply(Dataset<Row> shingleSets) {
    return MetSets.TABLE.conform(shingleSets.where(newKeys.mayBeAmong(col(ShingleSets.SHINGLES))));
  }
}
