package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.ShingleBytes;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** The exact similarity of two shingle sets that stand in one row, as sides a and b. */
final class Similarity {
  private static final UserDefinedFunction OVERLAP =
      udf((UDF2<byte[], byte[], Integer>) ShingleBytes::overlap, DataTypes.IntegerType)
          // In name only: a filter on the outcome would else compare each pair three times more.
          .asNondeterministic();

  /** Shingles in both; the others read it from the column {@code common}. */
  static final Column COMMON = OVERLAP.apply(col("shingles_a"), col("shingles_b"));

  static final Column JACCARD =
      col("common").divide(col("n_a").plus(col("n_b")).minus(col("common")));

  static final Column CONTAINMENT = col("common").divide(least(col("n_a"), col("n_b")));

  private Similarity() {}

  /** Shingle sets with their columns renamed for one side. */
  static Dataset<Row> side(Dataset<Row> shingleSets, String side) {
    return shingleSets.select(
        col(ShingleSets.PARAGRAPH_KEY).as("paragraph_key_" + side),
        col(ShingleSets.PARAGRAPH_ID).as("id_" + side),
        col(ShingleSets.WORDS).as("words_" + side),
        col(ShingleSets.N_SHINGLES).as("n_" + side),
        col(ShingleSets.SHINGLES).as("shingles_" + side));
  }
}
