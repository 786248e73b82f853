package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.ChangedCopies;
import io.nutgraf.table.ChangedParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.NearDuplicates;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds the paragraphs whose cluster may be another than it was: those that changed, those that
 * gained or lost a link, and all that links connected with one of these before.
 *
 * <p>({@link ChangedParagraphs}, {@link LinkedParagraphs} as they were, {@link NearDuplicates} that
 * were dropped, those that were found) -> {@link ChangedCopies}. A cluster never reaches beyond a
 * connected component, and whatever a component has become, it is made of components of before, of
 * new paragraphs and of links found now: so no other cluster can have changed. Shuffles the few
 * links that came and went, and ids.
 */
public record FindChangedCopies() {
  private static final String[] BY_PARAGRAPH = {ChangedCopies.PARAGRAPH_ID};
  private static final String[] BY_COMPONENT = {LinkedParagraphs.COMPONENT_ID};

  /**
   * Gives the changed copies.
   *
   * @param dropped links of before that are there no more; all, when all were looked for anew
   * @param found what came in their place; a link that is in both has not changed
   */
  public Dataset<Row> apply(
      Dataset<Row> changedParagraphs,
      Dataset<Row> linkedParagraphs,
      Dataset<Row> dropped,
      Dataset<Row> found) {
    Dataset<Row> changed =
        changedParagraphs
            .select(ChangedCopies.PARAGRAPH_ID)
            .unionByName(endsOf(inOne(dropped, found)));
    Dataset<Row> touched =
        linkedParagraphs
            .join(changed, BY_PARAGRAPH, "left_semi")
            .select(LinkedParagraphs.COMPONENT_ID)
            .distinct();
    return ChangedCopies.TABLE.conform(
        linkedParagraphs
            .join(touched, BY_COMPONENT, "left_semi")
            .select(ChangedCopies.PARAGRAPH_ID)
            .unionByName(changed)
            .distinct());
  }

  private static Dataset<Row> inOne(Dataset<Row> some, Dataset<Row> others) {
    return links(some)
        .unionByName(links(others))
        .groupBy(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B)
        .agg(count(lit(1)).as("times"))
        .where(col("times").equalTo(1));
  }

  private static Dataset<Row> links(Dataset<Row> links) {
    return links.select(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B);
  }

  private static Dataset<Row> endsOf(Dataset<Row> links) {
    return links.select(
        explode(array(col(NearDuplicates.PARAGRAPH_A), col(NearDuplicates.PARAGRAPH_B)))
            .as(ChangedCopies.PARAGRAPH_ID));
  }
}
