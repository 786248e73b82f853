package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import io.nutgraf.table.DistinctParagraphs;
import io.nutgraf.table.LinkedParagraphs;
import io.nutgraf.table.NearDuplicates;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.ClusterRounds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Rounds on the driver: two Spark jobs bring the linked paragraphs with their shingles, and the
 * links. Who chooses this asks first whether they {@link #fit}.
 */
record DriverRounds(double minSimilarity, double minContainment, long maxLinks) implements Rounds {
  /** A quarter of a gigabyte. */
  private static final long MOST_SHINGLES = 1L << 25;

  private static final StructType SETTLED = LinkedParagraphs.TABLE.schema();

  /** Whether the driver can hold them. Starts two Spark jobs. */
  boolean fit(Dataset<Row> links, Dataset<Row> linkedSets) {
    return links.count() <= maxLinks && shingles(linkedSets) <= MOST_SHINGLES;
  }

  private static long shingles(Dataset<Row> sets) {
    return sets.agg(coalesce(sum(ShingleSets.N_SHINGLES), lit(0L))).first().getLong(0);
  }

  @Override
  public Dataset<Row> settle(Dataset<Row> paragraphs, Dataset<Row> links, Dataset<Row> linkedSets) {
    List<Row> linked = gather(paragraphs, linkedSets);
    Map<String, Integer> places = new HashMap<>();
    byte[][] shingles = new byte[linked.size()][];
    for (int i = 0; i < shingles.length; i++) {
      places.put(id(linked.get(i)), i);
      shingles[i] = linked.get(i).getAs(ShingleSets.SHINGLES);
    }
    ClusterRounds rounds = new ClusterRounds(shingles, minSimilarity, minContainment);
    rounds.settle(gather(links, places));
    List<Row> settled = new ArrayList<>();
    for (int i = 0; i < shingles.length; i++) {
      if (rounds.component(i) >= 0) {
        boolean isSettled = rounds.firstCopy(i) >= 0;
        settled.add(
            RowFactory.create(
                id(linked.get(i)),
                id(linked.get(rounds.component(i))),
                isSettled ? id(linked.get(rounds.firstCopy(i))) : null,
                isSettled ? rounds.similarity(i) : null));
      }
    }
    return links.sparkSession().createDataFrame(settled, SETTLED);
  }

  private static List<Row> gather(Dataset<Row> paragraphs, Dataset<Row> linkedSets) {
    return paragraphs
        .join(
            linkedSets.select(ShingleSets.PARAGRAPH_ID, ShingleSets.SHINGLES),
            DistinctParagraphs.PARAGRAPH_ID)
        .collectAsList()
        .stream()
        .sorted(new FirstCopyFirst())
        .toList();
  }

  /** A partition at a time, because identifiers take ten times the memory of places. */
  private static int[][] gather(Dataset<Row> links, Map<String, Integer> places) {
    List<int[]> pairs = new ArrayList<>();
    links
        .select(NearDuplicates.PARAGRAPH_A, NearDuplicates.PARAGRAPH_B)
        .toLocalIterator()
        .forEachRemaining(
            link ->
                pairs.add(
                    new int[] {places.get(link.getString(0)), places.get(link.getString(1))}));
    return pairs.toArray(int[][]::new);
  }

  private static String id(Row paragraph) {
    return paragraph.getAs(DistinctParagraphs.PARAGRAPH_ID);
  }
}
