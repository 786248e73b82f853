package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import io.nutgraf.table.Records;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds the articles that lose to a later one of the same {@code article_id}.
 *
 * <p>{@link Records} -> {@code (file, offset)} of each article but the last of its identifier, in
 * no particular order. Later is who has the later {@code published_at} (null is earliest), then the
 * greater file, then the greater offset. One shuffle, of identifiers and places; no text.
 */
public record FindSuperseded() {

  public Dataset<Row> apply(Dataset<Row> records) {
    WindowSpec latestFirst =
        Window.partitionBy(Records.ARTICLE_ID)
            .orderBy(
                col(Records.PUBLISHED_AT).desc_nulls_last(),
                col(Records.FILE).desc(),
                col(Records.OFFSET).desc());
    return records
        .where(col(Records.KIND).equalTo(lit(RecordKind.ARTICLE)))
        .select(Records.ARTICLE_ID, Records.PUBLISHED_AT, Records.FILE, Records.OFFSET)
        .withColumn("place", row_number().over(latestFirst))
        .where(col("place").gt(lit(1)))
        .select(Records.FILE, Records.OFFSET);
  }
}
