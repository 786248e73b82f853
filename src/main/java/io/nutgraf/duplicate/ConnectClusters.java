package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.table.ClusterMembers;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;

/**
 * Makes clusters of the distinct paragraphs that are exact or near copies of each other.
 *
 * <p>({@link DistinctParagraphs}, {@link NearDuplicates}, {@link ShingleSets}) -> {@link
 * ClusterMembers}. A cluster is a connected component of links, with its first copy as identifier:
 * earliest published_at with nulls last, then article_id, paragraph, paragraph_id. Where links make
 * a chain, members too unlike the first copy are taken out and connected among themselves, again
 * and again until every member is like its first copy. A paragraph without links is a cluster when
 * it occurs twice. The same whatever the partitioning.
 *
 * <p>Iterates, and so starts Spark jobs when applied and persists each round, in a way that
 * outlives the loss of an executor; a round settles at least the first copy of each component it
 * has. What is persisted is released at the end of the run.
 *
 * @param minSimilarity lowest Jaccard similarity of a member to the first copy
 * @param minContainment or share of the shorter's shingles in the longer
 * @param maxLinksOnDriver more links than this are connected on the executors
 */
public record ConnectClusters(double minSimilarity, double minContainment, long maxLinksOnDriver) {

  public ConnectClusters {
    if (!(minSimilarity >= 0 && minSimilarity <= 1 && minContainment >= 0 && minContainment <= 1)) {
      throw new IllegalArgumentException(
          "minSimilarity and minContainment must be from 0 to 1, but are %s and %s"
              .formatted(minSimilarity, minContainment));
    }
  }

  public Dataset<Row> apply(
      Dataset<Row> distinctParagraphs, Dataset<Row> nearDuplicates, Dataset<Row> shingleSets) {
    Dataset<Row> paragraphs =
        distinctParagraphs.withColumn(
            Components.KEY, xxhash64(col(DistinctParagraphs.PARAGRAPH_ID)));
    Dataset<Row> linkedSets =
        inSomeLink(shingleSets, nearDuplicates).persist(StorageLevel.MEMORY_AND_DISK());
    Dataset<Row> open = nearDuplicates;
    Dataset<Row> settled = null;
    boolean isStable = false;
    while (!isStable) {
      Dataset<Row> judged =
          judge(paragraphs, open, linkedSets).persist(StorageLevel.MEMORY_AND_DISK());
      Dataset<Row> like = judged.where(isLikeFirstCopy());
      Dataset<Row> unlike = judged.where(not(isLikeFirstCopy()));
      settled = settled == null ? like : settled.union(like);
      isStable = unlike.isEmpty();
      open = among(unlike, open).persist(StorageLevel.MEMORY_AND_DISK());
    }
    return ClusterMembers.TABLE.conform(withExactCopies(paragraphs, settled));
  }

  /** Few paragraphs are in a link, and each round looks at no others. */
  private static Dataset<Row> inSomeLink(Dataset<Row> sets, Dataset<Row> links) {
    Dataset<Row> linked =
        links
            .select(
                explode(array(col(NearDuplicates.PARAGRAPH_A), col(NearDuplicates.PARAGRAPH_B)))
                    .as(ShingleSets.PARAGRAPH_ID))
            .distinct();
    return sets.join(linked, new String[] {ShingleSets.PARAGRAPH_ID}, "left_semi");
  }

  /** Each linked paragraph with the first copy of its component and how like that it is. */
  private Dataset<Row> judge(Dataset<Row> paragraphs, Dataset<Row> links, Dataset<Row> sets) {
    Dataset<Row> members =
        Components.of(links, maxLinksOnDriver)
            .label(
                links.select(
                    xxhash64(col(NearDuplicates.PARAGRAPH_A)).as(Components.A),
                    xxhash64(col(NearDuplicates.PARAGRAPH_B)).as(Components.B)),
                paragraphs)
            .withColumn(
                "first", min(firstCopyOrder()).over(Window.partitionBy(Components.COMPONENT)))
            .select(
                col(ClusterMembers.PARAGRAPH_ID),
                col("first.paragraph_id").as(ClusterMembers.CLUSTER_ID),
                col(ClusterMembers.OCCURRENCES));
    return members
        .join(Similarity.side(sets, "a"), col(ClusterMembers.PARAGRAPH_ID).equalTo(col("id_a")))
        .join(Similarity.side(sets, "b"), col(ClusterMembers.CLUSTER_ID).equalTo(col("id_b")))
        .withColumn("common", Similarity.COMMON)
        .select(
            col(ClusterMembers.PARAGRAPH_ID),
            col(ClusterMembers.CLUSTER_ID),
            col(ClusterMembers.OCCURRENCES),
            Similarity.JACCARD.as(ClusterMembers.SIMILARITY),
            Similarity.CONTAINMENT.as("containment"));
  }

  private Column isLikeFirstCopy() {
    return col(ClusterMembers.SIMILARITY)
        .geq(lit(minSimilarity))
        .or(col("containment").geq(lit(minContainment)));
  }

  /** The links between paragraphs taken out of one cluster. */
  private static Dataset<Row> among(Dataset<Row> members, Dataset<Row> links) {
    return links
        .join(end(members, NearDuplicates.PARAGRAPH_A, "from"), NearDuplicates.PARAGRAPH_A)
        .join(end(members, NearDuplicates.PARAGRAPH_B, "to"), NearDuplicates.PARAGRAPH_B)
        .where(col("from").equalTo(col("to")))
        .select(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B);
  }

  private static Dataset<Row> end(Dataset<Row> members, String paragraph, String cluster) {
    return members.select(
        col(ClusterMembers.PARAGRAPH_ID).as(paragraph), col(ClusterMembers.CLUSTER_ID).as(cluster));
  }

  /** The clusters of near copies, and those that are one paragraph many times. */
  private static Dataset<Row> withExactCopies(Dataset<Row> paragraphs, Dataset<Row> settled) {
    Column total =
        sum(ClusterMembers.OCCURRENCES).over(Window.partitionBy(ClusterMembers.CLUSTER_ID));
    Dataset<Row> near =
        settled
            .drop("containment")
            .withColumn("total", total)
            .where(col("total").geq(lit(2)))
            .drop("total");
    Dataset<Row> exact =
        paragraphs
            .where(col(DistinctParagraphs.OCCURRENCES).geq(lit(2)))
            .join(
                settled.select(ClusterMembers.PARAGRAPH_ID),
                ClusterMembers.PARAGRAPH_ID,
                "left_anti")
            .select(
                col(ClusterMembers.PARAGRAPH_ID),
                col(ClusterMembers.PARAGRAPH_ID).as(ClusterMembers.CLUSTER_ID),
                col(ClusterMembers.OCCURRENCES),
                lit(1.0).as(ClusterMembers.SIMILARITY));
    return near.unionByName(exact);
  }

  private static Column firstCopyOrder() {
    Column time = col(DistinctParagraphs.FIRST_PUBLISHED_AT);
    return struct(
        time.isNull().as("is_undated"),
        time.as("published_at"),
        col(DistinctParagraphs.FIRST_ARTICLE_ID).as("article_id"),
        col(DistinctParagraphs.FIRST_PARAGRAPH).as("paragraph"),
        col(DistinctParagraphs.PARAGRAPH_ID).as("paragraph_id"));
  }
}
