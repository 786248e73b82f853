package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.Arrivals;
import io.nutgraf.table.Records;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Takes the articles that were not superseded.
 *
 * <p>({@link Records}, rows of {@link FindSuperseded}) -> {@link Arrivals}, one row per identifier,
 * in no particular order. Texts stay where they are as long as Spark knows the superseded to be few
 * and broadcasts them, so write them before and read them back: the size of a file is known.
 */
public record TakeArrivals() {

  public Dataset<Row> apply(Dataset<Row> records, Dataset<Row> superseded) {
    Dataset<Row> articles = records.where(col(Records.KIND).equalTo(lit(RecordKind.ARTICLE)));
    return Arrivals.TABLE.conform(
        articles.join(superseded, new String[] {Records.FILE, Records.OFFSET}, "left_anti"));
  }
}
