package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;

import io.nutgraf.table.LinkedSets;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Lists the shingle sets of paragraphs that have a link: few have one, and clusters are made of no
 * others.
 *
 * <p>({@link ShingleSets}, {@link NearDuplicates}) -> {@link LinkedSets}. Shuffles the ids of the
 * links, and the sets if these are many.
 */
public record ListLinkedSets() {

  public Dataset<Row> apply(Dataset<Row> shingleSets, Dataset<Row> nearDuplicates) {
    Dataset<Row> linked =
        nearDuplicates
            .select(
                explode(array(col(NearDuplicates.PARAGRAPH_A), col(NearDuplicates.PARAGRAPH_B)))
                    .as(ShingleSets.PARAGRAPH_ID))
            .distinct();
    return LinkedSets.TABLE.conform(
        shingleSets.join(linked, new String[] {ShingleSets.PARAGRAPH_ID}, "left_semi"));
  }
}
