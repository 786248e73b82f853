package io.nutgraf.corpus;

import java.util.Arrays;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The Spark types to read the columns of a Parquet file as. Strings are read as bytes, so that what
 * is not UTF-8 is seen. Any field may be a string, an identifier also a whole number, a time also a
 * timestamp, a day or a number.
 */
final class ParquetTypes {
  private ParquetTypes() {}

  /**
   * @throws RejectedException {@link Reason#WRONG_TYPE} naming the first column at fault
   */
  static StructType of(MessageType columns, ColumnMapping mapping) throws RejectedException {
    StructType types = new StructType();
    for (Type column : columns.getFields()) {
      DataType type = typeOf(column);
      boolean isText = type == DataTypes.BinaryType;
      boolean isWhole = type == DataTypes.IntegerType || type == DataTypes.LongType;
      boolean isTaken =
          Arrays.stream(Field.values())
              .filter(field -> mapping.gives(column.getName(), field))
              .allMatch(
                  field ->
                      switch (field) {
                        case PUBLISHED_AT -> type != null;
                        case ARTICLE_ID -> isText || isWhole;
                        default -> isText;
                      });
      if (!isTaken) {
        throw new RejectedException(
            Reason.WRONG_TYPE,
            "column %s is \"%s\"; write it as a string, or a time in microseconds"
                .formatted(column.getName(), column));
      }
      types = types.add(column.getName(), type);
    }
    return types;
  }

  /** Null for what cannot be taken. */
  private static DataType typeOf(Type column) {
    LogicalTypeAnnotation logical = column.getLogicalTypeAnnotation();
    if (!column.isPrimitive()
        || column.isRepetition(Type.Repetition.REPEATED)
        || logical instanceof DecimalLogicalTypeAnnotation) {
      return null;
    }
    boolean isPlain = logical == null || logical instanceof IntLogicalTypeAnnotation;
    return switch (column.asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> DataTypes.BinaryType;
      case INT32 ->
          logical instanceof DateLogicalTypeAnnotation
              ? DataTypes.DateType
              : isPlain ? DataTypes.IntegerType : null;
      case INT64 ->
          logical instanceof TimestampLogicalTypeAnnotation time
              ? timestamp(time)
              : isPlain ? DataTypes.LongType : null;
      case INT96 -> DataTypes.TimestampType;
      case DOUBLE -> DataTypes.DoubleType;
      default -> null;
    };
  }

  /** Spark reads no nanoseconds. */
  private static DataType timestamp(TimestampLogicalTypeAnnotation time) {
    if (time.getUnit() == TimeUnit.NANOS) {
      return null;
    }
    return time.isAdjustedToUTC() ? DataTypes.TimestampType : DataTypes.TimestampNTZType;
  }
}
