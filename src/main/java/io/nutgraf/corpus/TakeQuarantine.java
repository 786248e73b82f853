package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.nutgraf.table.Quarantine;
import io.nutgraf.table.Records;
import io.nutgraf.text.Secrets;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * Takes the rejected records. {@link Records} -> {@link Quarantine}, in no particular order. Paths
 * are published without the passwords that some stores want in them.
 */
public record TakeQuarantine() {
  private static final UserDefinedFunction HIDE_SECRETS =
      udf((UDF1<String, String>) Secrets::hide, StringType);

  public Dataset<Row> apply(Dataset<Row> records) {
    return Quarantine.TABLE.conform(
        records
            .where(col(Records.KIND).equalTo(lit(RecordKind.QUARANTINED)))
            .withColumn(Quarantine.FILE, HIDE_SECRETS.apply(col(Quarantine.FILE)))
            .withColumn(Quarantine.MESSAGE, HIDE_SECRETS.apply(col(Quarantine.MESSAGE))));
  }
}
