package io.nutgraf.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.nutgraf.testing.SparkExtension;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ScopeTest {
  /** Up to this size Spark broadcasts rows, so that what they are joined with stays where it is. */
  private static final long BROADCAST_BYTES = 10 << 20;

  @Test
  void keepsTheRowsWhoseKeyIsAmongTheFew(SparkSession spark) {
    Dataset<Row> rows = numbers(spark);
    Dataset<Row> few = Persisted.rows(rows.where("id in (3, 5)").union(rows.where("id = 3")));

    Dataset<Row> kept =
        some(rows).keepAmong(few, rows.withColumn("text", col("id").cast("string")), "id");

    assertThat(kept.select("text").as(Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrder("3", "5");
  }

  @Test
  void sparkKnowsHowFewAreKept(SparkSession spark) {
    Dataset<Row> rows = numbers(spark);
    Dataset<Row> looksMany =
        rows.crossJoin(rows.withColumnRenamed("id", "other")).where("id = 3 and other = 4");
    Dataset<Row> many = looksMany.select("other", "id");
    assertThat(estimatedBytes(looksMany)).isGreaterThan(BROADCAST_BYTES);

    Dataset<Row> few = Persisted.rows(looksMany.select("id"));
    Dataset<Row> kept = some(rows).keepAmong(few, many, "id");

    assertThat(estimatedBytes(few)).isLessThan(BROADCAST_BYTES);
    assertThat(estimatedBytes(kept)).isLessThan(BROADCAST_BYTES);
  }

  @Test
  void takesAllWhereAllIsMadeAnew(SparkSession spark) {
    Dataset<Row> rows = numbers(spark);

    assertThat(Scope.ALL.keepAmong(rows.limit(1), rows, "id")).isSameAs(rows);
  }

  private static Dataset<Row> numbers(SparkSession spark) {
    return spark.range(100_000).toDF("id");
  }

  private static Scope some(Dataset<Row> rows) {
    return new Scope.Some(rows.limit(1), "id", table -> rows);
  }

  private static long estimatedBytes(Dataset<Row> rows) {
    // As a new question, because a plan does not look twice whether its rows are kept.
    return rows.select("*").queryExecution().optimizedPlan().stats().sizeInBytes().toLong();
  }
}
