package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Compares the candidates and keeps those that are near copies.
 *
 * <p>{@link ShingleSets}, {@link NearCandidates} -> {@link NearDuplicates}: a row a pair, with its
 * true similarity. Shuffles the shingle sets of paragraphs in some candidate pair, twice; a Bloom
 * filter (B. Bloom, 1970) of those paragraphs, made when applied, keeps the others out.
 *
 * @param filter what near copies are
 */
public record LinkNearCopies(OverlapFilter filter) {
  private static final double FALSE_POSITIVES = 0.03;
  private static final long MOST_FILTERED = 100_000_000;

  public Dataset<Row> apply(Dataset<Row> shingleSets, Dataset<Row> candidates) {
    Dataset<Row> listed =
        candidates
            .where(col(NearCandidates.PARAGRAPH_KEY_B).isNotNull())
            .select(NearCandidates.PARAGRAPH_KEY_A, NearCandidates.PARAGRAPH_KEY_B);
    Dataset<Row> pairs = listed.repartition(col(NearCandidates.PARAGRAPH_KEY_A)).distinct();
    Dataset<Row> sets = inSomePair(shingleSets, listed);
    Dataset<Row> compared =
        pairs
            .join(Similarity.side(sets, "a"), NearCandidates.PARAGRAPH_KEY_A)
            .join(Similarity.side(sets, "b"), NearCandidates.PARAGRAPH_KEY_B)
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

  private static Dataset<Row> inSomePair(Dataset<Row> shingleSets, Dataset<Row> pairs) {
    long rows = pairs.count();
    if (rows == 0) {
      return shingleSets.limit(0);
    }
    BloomFilter involved =
        pairs
            .select(
                explode(
                        array(
                            col(NearCandidates.PARAGRAPH_KEY_A),
                            col(NearCandidates.PARAGRAPH_KEY_B)))
                    .as("key"))
            .stat()
            .bloomFilter("key", Math.min(rows, MOST_FILTERED), FALSE_POSITIVES);
    UserDefinedFunction isInvolved =
        udf((UDF1<Long, Boolean>) involved::mightContainLong, DataTypes.BooleanType);
    return shingleSets.where(isInvolved.apply(col(ShingleSets.PARAGRAPH_KEY)));
  }
}
