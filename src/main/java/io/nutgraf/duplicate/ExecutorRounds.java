package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.NearDuplicates;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;

/**
 * Rounds on the executors, for any number of links, until what is left to settle fits on the
 * driver: most is settled in the first. Each starts Spark jobs and is persisted in a way that
 * outlives the loss of an executor. Where Spark has a folder for checkpoints, a round does not
 * remember how those before it were made: tasks that know dozens of rounds overflow the stack.
 */
record ExecutorRounds(DriverRounds onDriver) implements Rounds {

  private static final String CONTAINMENT = "containment";

  @Override
  public Dataset<Row> settle(Dataset<Row> paragraphs, Dataset<Row> links, Dataset<Row> linkedSets) {
    Dataset<Row> judged = kept(judge(paragraphs, links, linkedSets));
    Dataset<Row> components = components(judged);
    Dataset<Row> settled = likeFirstCopy(judged);
    Dataset<Row> open = kept(among(unlikeFirstCopy(judged), links));
    Dataset<Row> openSets = new ListLinkedSets().apply(linkedSets, open);
    while (!onDriver.fit(open, openSets)) {
      judged = kept(judge(paragraphs, open, linkedSets));
      settled = settled.union(likeFirstCopy(judged));
      open = kept(among(unlikeFirstCopy(judged), open));
      openSets = new ListLinkedSets().apply(linkedSets, open);
    }
    settled = settled.unionByName(settledOf(onDriver.settle(paragraphs, open, openSets)));
    return components.join(settled, new String[] {LinkedParagraphs.PARAGRAPH_ID}, "left");
  }

  private Dataset<Row> likeFirstCopy(Dataset<Row> judged) {
    return judged.where(isLikeFirstCopy()).drop(CONTAINMENT);
  }

  private Dataset<Row> unlikeFirstCopy(Dataset<Row> judged) {
    return judged.where(not(isLikeFirstCopy()));
  }

  private static Dataset<Row> settledOf(Dataset<Row> linkedParagraphs) {
    return linkedParagraphs
        .where(col(LinkedParagraphs.CLUSTER_ID).isNotNull())
        .drop(LinkedParagraphs.COMPONENT_ID);
  }

  /** In the first round, when all links are there, the first copy is that of the component. */
  private static Dataset<Row> components(Dataset<Row> judgedFirst) {
    return judgedFirst.select(
        col(LinkedParagraphs.PARAGRAPH_ID),
        col(LinkedParagraphs.CLUSTER_ID).as(LinkedParagraphs.COMPONENT_ID));
  }

  /** By its rows alone: plans that hold those of all rounds before take ever longer to analyse. */
  private static Dataset<Row> kept(Dataset<Row> rows) {
    JavaRDD<Row> persisted = rows.toJavaRDD().persist(StorageLevel.MEMORY_AND_DISK());
    if (rows.sparkSession().sparkContext().getCheckpointDir().isDefined()) {
      persisted.checkpoint();
    }
    return rows.sparkSession().createDataFrame(persisted, rows.schema());
  }

  /** Each linked paragraph with the first copy of its component and how like that it is. */
  private Dataset<Row> judge(Dataset<Row> paragraphs, Dataset<Row> links, Dataset<Row> sets) {
    Dataset<Row> members =
        Components.of(
                links.select(
                    xxhash64(col(NearDuplicates.PARAGRAPH_A)).as(Components.A),
                    xxhash64(col(NearDuplicates.PARAGRAPH_B)).as(Components.B)),
                onDriver.maxLinks())
            .label(paragraphs)
            .withColumn(
                "first", min(firstCopyOrder()).over(Window.partitionBy(Components.COMPONENT)))
            .select(
                col(LinkedParagraphs.PARAGRAPH_ID),
                col("first.paragraph_id").as(LinkedParagraphs.CLUSTER_ID));
    return members
        .join(Similarity.side(sets, "a"), col(LinkedParagraphs.PARAGRAPH_ID).equalTo(col("id_a")))
        .join(Similarity.side(sets, "b"), col(LinkedParagraphs.CLUSTER_ID).equalTo(col("id_b")))
        .withColumn("common", Similarity.COMMON)
        .select(
            col(LinkedParagraphs.PARAGRAPH_ID),
            col(LinkedParagraphs.CLUSTER_ID),
            Similarity.JACCARD.as(LinkedParagraphs.SIMILARITY),
            Similarity.CONTAINMENT.as(CONTAINMENT));
  }

  private Column isLikeFirstCopy() {
    return col(LinkedParagraphs.SIMILARITY)
        .geq(lit(onDriver.minSimilarity()))
        .or(col(CONTAINMENT).geq(lit(onDriver.minContainment())));
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
        col(LinkedParagraphs.PARAGRAPH_ID).as(paragraph),
        col(LinkedParagraphs.CLUSTER_ID).as(cluster));
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
