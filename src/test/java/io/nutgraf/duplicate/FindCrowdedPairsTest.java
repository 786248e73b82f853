package io.nutgraf.duplicate;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.table.CrowdedMembers;
import io.nutgraf.testing.SparkExtension;
import io.nutgraf.text.OverlapFilter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class FindCrowdedPairsTest {
  private static final OverlapFilter FILTER = new OverlapFilter(0.5, 0.8, 15);
  private static final int CAP = 6;

  @Test
  void aBucketThatFallsToTheCapHasAllItsPairsTried(SparkSession spark) {
    // given: seven of one size, of whom one is gone
    Dataset<Row> members = members(spark, 7, 3);

    // then: the fifth before a member is no neighbour, and only the first leads
    assertThat(pairs(members))
        .contains(row(1L, 6L, false, true), row(0L, 6L, true, true), row(2L, 6L, true, true))
        .contains(row(3L, 4L, true, false))
        .doesNotContain(row(1L, 6L, true, true));
    assertThat(pairs(members).stream().filter(pair -> pair.getBoolean(3))).hasSize(6 * 5 / 2);
    assertThat(new ListOverCap(CAP).apply(members).collectAsList()).isEmpty();
  }

  @Test
  void aBucketThatStaysOverTheCapHasOtherNeighbours(SparkSession spark) {
    Dataset<Row> members = members(spark, 9, 4);

    assertThat(pairs(members))
        .contains(row(2L, 7L, false, true), row(2L, 6L, true, true), row(0L, 8L, true, true));
    assertThat(new ListOverCap(CAP).apply(members).collectAsList())
        .hasSize(8)
        .doesNotContain(row(1L, 4L, place()));
  }

  @Test
  void aPairIsListedOnceWhateverBucketsItMeetsIn(SparkSession spark) {
    // given: in the second bucket the pair is tried as it was, in the first no more
    Dataset<Row> ofTwo = members(spark, 7, 3).unionByName(bucket(spark, 2, 3, 4));

    assertThat(pairs(ofTwo)).contains(row(3L, 4L, true, true)).doesNotHaveDuplicates();
  }

  @Test
  void noMembersGiveNoPairs(SparkSession spark) {
    assertThat(pairs(rows(spark, CrowdedMembers.TABLE))).isEmpty();
  }

  @Test
  void refusesACapWithoutPairs() {
    assertThatThrownBy(() -> new FindCrowdedPairs(FILTER, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cap must be at least 2, but is 1");
  }

  private static List<Row> pairs(Dataset<Row> members) {
    return new FindCrowdedPairs(FILTER, CAP).apply(members.repartition(3)).collectAsList();
  }

  /** Of the first bucket. */
  private static Dataset<Row> members(SparkSession spark, int members, long gone) {
    List<Row> rows = new ArrayList<>();
    for (long key = 0; key < members; key++) {
      rows.add(row(1L, key, place(), true, key != gone));
    }
    return rows(spark, CrowdedMembers.TABLE, rows.toArray(Row[]::new));
  }

  private static Dataset<Row> bucket(SparkSession spark, long bucket, long a, long b) {
    return rows(
        spark,
        CrowdedMembers.TABLE,
        row(bucket, a, place(), true, true),
        row(bucket, b, place(), true, true));
  }

  private static long place() {
    return FILTER.place(10, 12, 0);
  }
}
