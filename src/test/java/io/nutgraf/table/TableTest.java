package io.nutgraf.table;

import static io.nutgraf.testing.Frames.row;
import static io.nutgraf.testing.Frames.rows;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nutgraf.testing.SparkExtension;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TableTest {

  @Test
  void conformOrdersColumnsAndPutsCommentsBack(SparkSession spark) {
    Dataset<Row> shuffled =
        rows(spark, ClusterMembers.TABLE, row("p", "c", 2L, 1.0))
            .selectExpr("similarity", "occurrences", "1 as extra", "cluster_id", "paragraph_id");

    Dataset<Row> members = ClusterMembers.TABLE.conform(shuffled);

    assertThat(members.schema()).isEqualTo(ClusterMembers.TABLE.schema());
    assertThat(members.collectAsList()).containsExactly(row("p", "c", 2L, 1.0));
  }

  @Test
  void conformNamesEveryFault(SparkSession spark) {
    Dataset<Row> wrong =
        rows(spark, ClusterMembers.TABLE).drop("cluster_id").withColumn("occurrences", lit("2"));

    assertThatThrownBy(() -> ClusterMembers.TABLE.conform(wrong))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            "Table cluster_members: column cluster_id is absent; column occurrences is STRING, not"
                + " BIGINT. Columns found: [paragraph_id, occurrences, similarity]");
  }

  @Test
  void everyPublishedColumnHasAComment() {
    List<StructField> silent =
        Tables.PUBLISHED.stream()
            .flatMap(table -> Arrays.stream(table.schema().fields()))
            .filter(column -> column.getComment().isEmpty())
            .toList();

    assertThat(silent).isEmpty();
  }
}
