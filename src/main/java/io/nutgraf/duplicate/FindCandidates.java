package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashCounts;
import io.nutgraf.text.OverlapFilter;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the pairs of distinct paragraphs that may be near copies.
 *
 * <p>{@link ShingleSets} -> {@link NearCandidates}: a row a pair, which may be listed more than
 * once, and a row for each paragraph in a bucket over the cap. With {@link
 * io.nutgraf.text.PrefixKeys} every pair of the filter's Jaccard similarity is among them unless it
 * meets in such buckets alone.
 *
 * <p>Prefix-filter join after R. Vernica, M. Carey, C. Li, "Efficient parallel set-similarity joins
 * using MapReduce", 2010, with the order of shingles from a sketch of their counts instead of a
 * sorted list of them. Shuffled are three numbers a key, never a shingle set or a text; they travel
 * in blocks, because a row a key costs Spark three times the work. Keys are divided into groups of
 * some 10^5, and a task holds one group at a time. Starts two Spark jobs when applied: the sketch
 * must be complete before the first key is chosen.
 *
 * @param keys by what paragraphs meet
 * @param filter what a pair must be able to share
 * @param cap members of a bucket up to which all pairs are tried
 * @param maxSlots slots of the sketch at most, a byte each, in every task and on the driver
 */
public record FindCandidates(CandidateKeys keys, OverlapFilter filter, int cap, int maxSlots) {
  private static final long SHINGLES_IN_GROUP = 1 << 19;
  private static final int MOST_GROUPS = 1 << 12;
  private static final StructType BLOCKS =
      new StructType()
          .add("group", DataTypes.IntegerType, false)
          .add("block", DataTypes.BinaryType, false);

  public FindCandidates {
    if (cap < 2) {
      throw new IllegalArgumentException("cap must be at least 2, but is " + cap);
    }
    if (maxSlots < 1) {
      throw new IllegalArgumentException("maxSlots must be at least 1, but is " + maxSlots);
    }
  }

  public Dataset<Row> apply(Dataset<Row> shingleSets) {
    long shingles = KeyCounting.shingles(shingleSets);
    int groups = (int) Math.min(MOST_GROUPS, 1 + shingles / SHINGLES_IN_GROUP);
    Broadcast<HashCounts> counts =
        JavaSparkContext.fromSparkContext(shingleSets.sparkSession().sparkContext())
            .broadcast(new KeyCounting(keys, maxSlots).over(shingleSets, shingles));
    Dataset<Row> keysOfParagraphs =
        shingleSets
            .select(ShingleSets.PARAGRAPH_KEY, ShingleSets.WORDS, ShingleSets.SHINGLES)
            .mapPartitions(new KeysInPartition(keys, filter, counts, groups), Encoders.row(BLOCKS));
    return NearCandidates.TABLE.conform(
        keysOfParagraphs
            .repartition(col("group"))
            .sortWithinPartitions("group")
            .mapPartitions(
                new PairsInPartition(filter, cap), Encoders.row(NearCandidates.TABLE.schema())));
  }
}
