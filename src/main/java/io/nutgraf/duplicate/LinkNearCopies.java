package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.nutgraf.table.NearCandidates;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.OverlapFilter;
import java.util.stream.Stream;
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
  private static final String IS_ONE = "is_one";

  /** Compares any two. */
  public Dataset<Row> apply(Dataset<Row> shingleSets, Dataset<Row> candidates) {
    return compare(FindComparedSets.pairs(candidates), shingleSets, shingleSets);
  }

  /**
   * Compares pairs that have a paragraph of a few each. Where these are so few that Spark
   * broadcasts them, it shuffles the other sets once.
   *
   * @param few {@link ShingleSets}, each paragraph once
   * @param shingleSets of all paragraphs in a pair, these few too
   */
  public Dataset<Row> apply(Dataset<Row> few, Dataset<Row> shingleSets, Dataset<Row> candidates) {
    return compare(withOneOf(few, FindComparedSets.pairs(candidates)), shingleSets, few);
  }

  /** Such pairs with one of these paragraphs as their second. */
  private static Dataset<Row> withOneOf(Dataset<Row> few, Dataset<Row> pairs) {
    Column a = col(NearCandidates.PARAGRAPH_KEY_A);
    Column b = col(NearCandidates.PARAGRAPH_KEY_B);
    Dataset<Row> keys =
        few.select(
            col(ShingleSets.PARAGRAPH_KEY).as(NearCandidates.PARAGRAPH_KEY_B), lit(1).as(IS_ONE));
    Column isOne = col(IS_ONE).isNotNull();
    return pairs
        .join(keys, new String[] {NearCandidates.PARAGRAPH_KEY_B}, "left")
        .select(
            when(isOne, a).otherwise(b).as(NearCandidates.PARAGRAPH_KEY_A),
            when(isOne, b).otherwise(a).as(NearCandidates.PARAGRAPH_KEY_B));
  }

  private Dataset<Row> compare(Dataset<Row> candidates, Dataset<Row> setsA, Dataset<Row> setsB) {
    Dataset<Row> pairs = candidates.repartition(col(NearCandidates.PARAGRAPH_KEY_A)).distinct();
    return NearDuplicates.TABLE.conform(
        nearCopies(
            pairs
                .join(Similarity.side(setsA, "a"), NearCandidates.PARAGRAPH_KEY_A)
                .join(Similarity.side(setsB, "b"), NearCandidates.PARAGRAPH_KEY_B)));
  }

  /** The pairs among these that are near copies, with their sets beside each other in a row. */
  Dataset<Row> nearCopies(Dataset<Row> sides, Column... others) {
    return sides
        .withColumn("common", Similarity.COMMON)
        .select(
            Stream.concat(
                    Stream.of(
                        least(col("id_a"), col("id_b")).as(NearDuplicates.PARAGRAPH_A),
                        greatest(col("id_a"), col("id_b")).as(NearDuplicates.PARAGRAPH_B),
                        Similarity.JACCARD.as(NearDuplicates.JACCARD),
                        Similarity.CONTAINMENT.as(NearDuplicates.CONTAINMENT),
                        least(col("words_a"), col("words_b")).as("words")),
                    Stream.of(others))
                .toArray(Column[]::new))
        .where(isNearCopy());
  }

  private Column isNearCopy() {
    Column isContained =
        col(NearDuplicates.CONTAINMENT)
            .geq(lit(filter.containment()))
            .and(col("words").geq(lit(filter.minContainmentWords())));
    return col(NearDuplicates.JACCARD).geq(lit(filter.jaccard())).or(isContained);
  }
}
