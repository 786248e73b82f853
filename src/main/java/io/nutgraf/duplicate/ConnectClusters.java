package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.setting.WrongSettingException;
import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.LinkedSets;
import io.nutgraf.table.NearDuplicates;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Puts the distinct paragraphs that links connect into clusters.
 *
 * <p>({@link DistinctParagraphs}, {@link NearDuplicates}, {@link LinkedSets}) -> {@link
 * LinkedParagraphs}. A cluster is a connected component of links, with its first copy as
 * identifier: earliest published_at with nulls last, then article_id, paragraph, paragraph_id.
 * Where links make a chain, members too unlike the first copy are taken out and connected among
 * themselves, again and again until every member is like its first copy. The same whatever the
 * partitioning. {@link ListMembers} adds the paragraphs without links that occur several times.
 *
 * <p>Iterates, and so starts Spark jobs when applied. On the driver as long as the links are few
 * and the shingles of the paragraphs in them take a quarter of a gigabyte at most (some half a
 * million paragraphs); else on the executors until what is left is as few, and each of these rounds
 * is persisted until the driver no longer knows it.
 *
 * @param minSimilarity lowest Jaccard similarity of a member to the first copy
 * @param minContainment or share of the shorter's shingles in the longer
 * @param maxLinksOnDriver more links than this are connected on the executors
 */
public record ConnectClusters(double minSimilarity, double minContainment, long maxLinksOnDriver) {

  public ConnectClusters {
    if (!(minSimilarity >= 0 && minSimilarity <= 1 && minContainment >= 0 && minContainment <= 1)) {
      throw new WrongSettingException(
          "minSimilarity and minContainment must be from 0 to 1, but are %s and %s"
              .formatted(minSimilarity, minContainment));
    }
  }

  public Dataset<Row> apply(
      Dataset<Row> distinctParagraphs, Dataset<Row> nearDuplicates, Dataset<Row> linkedSets) {
    Dataset<Row> paragraphs =
        distinctParagraphs.withColumn(
            Components.KEY, xxhash64(col(DistinctParagraphs.PARAGRAPH_ID)));
    DriverRounds onDriver = new DriverRounds(minSimilarity, minContainment, maxLinksOnDriver);
    Rounds rounds =
        onDriver.fit(nearDuplicates, linkedSets) ? onDriver : new ExecutorRounds(onDriver);
    return LinkedParagraphs.TABLE.conform(rounds.settle(paragraphs, nearDuplicates, linkedSets));
  }
}
