package io.nutgraf.corpus;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unbase64;
import static org.apache.spark.sql.types.DataTypes.BooleanType;

import io.nutgraf.table.Records;
import io.nutgraf.text.TakenDown;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;

/**
 * Leaves out rejected records that name what was taken down: the quarantine would publish their
 * bytes. {@link Records} -> {@link Records}, the other kinds as they are, in no particular order.
 *
 * <p>A record is one of them when the reader found the identifier or the outlet in it before it was
 * rejected, or when its bytes have one as a whole field ({@link TakenDown}; of a plain text the
 * path alone counts). What stands after the first MiB, or in a file that is damaged or compressed
 * and rejected as a whole, cannot be seen.
 *
 * <p>Memory: one record at a time, its base64, bytes and one field. Cost: linear in the bytes of
 * the rejected records, a hash for each field.
 */
public record LeaveOutRejected(TakenDown takenDown) {

  public Dataset<Row> apply(Dataset<Row> records) {
    // Shipped in place of the stage, which Spark could not.
    TakenDown what = takenDown;
    UserDefinedFunction isTakenDown =
        udf(
            (UDF4<String, String, String, byte[], Boolean>)
                (format, articleId, source, raw) ->
                    what.hasArticle(articleId)
                        || what.hasSource(source)
                        || (!InputFormat.TEXT.code().equals(format) && what.isNamedIn(raw)),
            BooleanType);
    return Records.TABLE.conform(
        records.where(
            not(
                col(Records.KIND)
                    .equalTo(RecordKind.QUARANTINED)
                    .and(
                        isTakenDown.apply(
                            col(Records.FORMAT),
                            col(Records.ARTICLE_ID),
                            col(Records.SOURCE),
                            unbase64(col(Records.RAW)))))));
  }
}
