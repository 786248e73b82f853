package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Records;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Takes the rejected records. {@link Records} -> {@link Quarantine}, in no particular order. */
public record TakeQuarantine() {

  public Dataset<Row> apply(Dataset<Row> records) {
    return Quarantine.TABLE.conform(
        records.where(col(Records.KIND).equalTo(lit(RecordKind.QUARANTINED))));
  }
}
