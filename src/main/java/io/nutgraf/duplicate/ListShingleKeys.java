package io.nutgraf.duplicate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import io.nutgraf.table.ShingleKeys;
import io.nutgraf.table.ShingleSets;
import io.nutgraf.text.CandidateKeys;
import io.nutgraf.text.HashOrder;
import io.nutgraf.text.SetSignatures;
import io.nutgraf.text.ShingleBytes;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Chooses the keys of paragraphs, and signs their sets.
 *
 * <p>{@link ShingleSets} -> {@link ShingleKeys}, a row for each. No shuffle; a broadcast holds a
 * byte a slot of the sketch that gives the order.
 */
public record ListShingleKeys(CandidateKeys keys, EarlyOrder order) {
  private static final UserDefinedFunction SIGNATURE =
      udf((UDF1<byte[], byte[]>) ListShingleKeys::signature, DataTypes.BinaryType);

  public Dataset<Row> apply(Dataset<Row> shingleSets) {
    return ShingleKeys.TABLE.conform(
        shingleSets
            .withColumn(
                ShingleKeys.KEYS,
                udf(new KeysOfSet(keys, order.hashes()), DataTypes.BinaryType)
                    .apply(col(ShingleSets.SHINGLES)))
            .withColumn(ShingleKeys.SIGNATURE, SIGNATURE.apply(col(ShingleSets.SHINGLES))));
  }

  private static byte[] signature(byte[] shingles) {
    return ShingleBytes.of(SetSignatures.of(ShingleBytes.toLongs(shingles)));
  }

  private record KeysOfSet(CandidateKeys keys, Broadcast<HashOrder> order)
      implements UDF1<byte[], byte[]> {

    @Override
    public byte[] call(byte[] shingles) {
      return ShingleBytes.of(order.value().ranksOfKeys(ShingleBytes.toLongs(shingles), keys));
    }
  }
}
