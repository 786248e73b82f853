package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleSets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * Leaves out paragraphs that are in no candidate pair, so that their shingles need not move.
 *
 * <p>({@link ShingleSets}, pairs of paragraph keys as {@link NearCandidates} has them) -> {@link
 * ShingleSets} of those in some pair, and of one other in a hundred. By a Bloom filter (B. Bloom,
 * 1970) of the paragraphs in the pairs, of up to 120 MB, for which Spark jobs start when it is
 * applied.
 */
public record FindComparedSets() {
  private static final double FALSE_POSITIVES = 0.01;
  private static final long MOST_FILTERED = 100_000_000;

  public Dataset<Row> apply(Dataset<Row> shingleSets, Dataset<Row> candidates) {
    Dataset<Row> pairs = pairs(candidates);
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

  /** Those of the candidates that are pairs. */
  public static Dataset<Row> pairs(Dataset<Row> candidates) {
    return candidates
        .where(col(NearCandidates.PARAGRAPH_KEY_B).isNotNull())
        .select(NearCandidates.PARAGRAPH_KEY_A, NearCandidates.PARAGRAPH_KEY_B);
  }
}
