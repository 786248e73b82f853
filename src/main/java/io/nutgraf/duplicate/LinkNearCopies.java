package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares the candidates and keeps those that are near copies.
 *
 * <p>{@link ShingleSets}, {@link NearCandidates} -> {@link NearDuplicates}: a row a pair, with its
 * true similarity. Shuffles the shingle sets, twice: of many take {@link FindComparedSets} first.
 *
 * @param filter what near copies are
 */
public record LinkNearCopies(OverlapFilter filter) {
  public Dataset<Row> apply(Dataset<Row> shingleSets, Dataset<Row> candidates) {
    Dataset<Row> pairs =
        FindComparedSets.pairs(candidates)
            .repartition(col(NearCandidates.PARAGRAPH_KEY_A))
            .distinct();
    Dataset<Row> compared =
        pairs
            .join(Similarity.side(shingleSets, "a"), NearCandidates.PARAGRAPH_KEY_A)
            .join(Similarity.side(shingleSets, "b"), NearCandidates.PARAGRAPH_KEY_B)
            .withColumn("common", Similarity.COMMON)
            .select(
                least(col("id_a"), col("id_b")).as(NearDuplicates.PARAGRAPH_A),
                greatest(col("id_a"), col("id_b")).as(NearDuplicates.PARAGRAPH_B),
                Similarity.JACCARD.as(NearDuplicates.JACCARD),
                Similarity.CONTAINMENT.as(NearDuplicates.CONTAINMENT),
                least(col("words_a"), col("words_b")).as("words"));
    return NearDuplicates.TABLE.conform(compared.where(isNearCopy()));
  }

  private Column isNearCopy() {
    Column isContained =
        col(NearDuplicates.CONTAINMENT)
            .geq(lit(filter.containment()))
            .and(col("words").geq(lit(filter.minContainmentWords())));
    return col(NearDuplicates.JACCARD).geq(lit(filter.jaccard())).or(isContained);
  }
}
