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
import io.nutgraf.text.ShingleBytes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
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

  private static final UserDefinedFunction OVERLAP =
      udf((UDF2<byte[], byte[], Integer>) ShingleBytes::overlap, DataTypes.IntegerType);

  public Dataset<Row> apply(Dataset<Row> shingleSets, Dataset<Row> candidates) {
    Dataset<Row> pairs =
        candidates
            .where(col(NearCandidates.PARAGRAPH_KEY_B).isNotNull())
            .select(NearCandidates.PARAGRAPH_KEY_A, NearCandidates.PARAGRAPH_KEY_B)
            .repartition(col(NearCandidates.PARAGRAPH_KEY_A))
            .distinct();
    Dataset<Row> sets = inSomePair(shingleSets, candidates);
    Dataset<Row> compared =
        pairs
            .join(side(sets, "a"), NearCandidates.PARAGRAPH_KEY_A)
            .join(side(sets, "b"), NearCandidates.PARAGRAPH_KEY_B)
            .withColumn("common", OVERLAP.apply(col("shingles_a"), col("shingles_b")))
            .select(
                least(col("id_a"), col("id_b")).as(NearDuplicates.PARAGRAPH_A),
                greatest(col("id_a"), col("id_b")).as(NearDuplicates.PARAGRAPH_B),
                col("common")
                    .divide(col("n_a").plus(col("n_b")).minus(col("common")))
                    .as(NearDuplicates.JACCARD),
                col("common").divide(least(col("n_a"), col("n_b"))).as(NearDuplicates.CONTAINMENT),
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

  private static Dataset<Row> inSomePair(Dataset<Row> shingleSets, Dataset<Row> candidates) {
    long rows = candidates.count();
    BloomFilter involved =
        candidates
            .select(
                explode(
                        array(
                            col(NearCandidates.PARAGRAPH_KEY_A),
                            col(NearCandidates.PARAGRAPH_KEY_B)))
                    .as("key"))
            .stat()
            .bloomFilter("key", Math.min(Math.max(rows, 1), MOST_FILTERED), FALSE_POSITIVES);
    UserDefinedFunction isInvolved =
        udf((UDF1<Long, Boolean>) involved::mightContainLong, DataTypes.BooleanType);
    return shingleSets.where(isInvolved.apply(col(ShingleSets.PARAGRAPH_KEY)));
  }

  private static Dataset<Row> side(Dataset<Row> sets, String side) {
    return sets.select(
        col(ShingleSets.PARAGRAPH_KEY).as("paragraph_key_" + side),
        col(ShingleSets.PARAGRAPH_ID).as("id_" + side),
        col(ShingleSets.WORDS).as("words_" + side),
        col(ShingleSets.N_SHINGLES).as("n_" + side),
        col(ShingleSets.SHINGLES).as("shingles_" + side));
  }
}
