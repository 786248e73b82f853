package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** Keys come together in groups of some 10^5, so that a task can hold all that meets in one. */
final class KeyGroups {
  private static final long SHINGLES_IN_GROUP = 1 << 19;
  private static final int MOST = 1 << 12;

  private KeyGroups() {}

  /** How many groups, for paragraphs with so many shingles together. */
  static int of(long shingles) {
    return (int) Math.min(MOST, 1 + shingles / SHINGLES_IN_GROUP);
  }

  /** {@link KeyBlocks} -> {@link NearCandidates}. */
  static Dataset<Row> join(Dataset<Row> keyBlocks, OverlapFilter filter, int cap) {
    return NearCandidates.TABLE.conform(
        keyBlocks
            .repartition(col("group"))
            .sortWithinPartitions("group")
            .mapPartitions(
                new PairsInPartition(filter, cap), Encoders.row(NearCandidates.TABLE.schema())));
  }
}
